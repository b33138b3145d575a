import { StaffModule, StaffService } from '@siyu/staff';
import { openContexts } from './command-context';

/**
 * `password <e-mail>`: gives an account a new random password and opens it if it was locked. For whoever runs the machine,
 * when nobody is left who could do it in the console.
 */
export async function run(args: string[]): Promise<number> {
  const [email] = args;
  if (!email || args.length > 1) {
    console.error('Usage: password <e-mail of the account>');
    return 1;
  }
  const app = await openContexts([StaffModule]);
  try {
    const password = await app.get(StaffService).resetPasswordOf(email);
    console.log(`Password of ${email}: ${password}\nIt has to be changed after the next sign-in.`);
    return 0;
  } finally {
    await app.close();
  }
}
