import 'reflect-metadata';

process.stderr.write('no command yet\n');
process.exit(1);
