import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { disownDeadPid, livingPostmaster, parsePostmaster } from './postmaster.ts';

const fileOf = (pid: number, status = 'ready   ') =>
  `${pid}\n/data\n1790000000\n15432\n\n127.0.0.1\n 16039950         4\n${status}\n`;

describe("a server's postmaster.pid", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'siyu-postmaster-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (text: string) => writeFileSync(join(folder, 'postmaster.pid'), text);
  const read = () => readFileSync(join(folder, 'postmaster.pid'), 'utf8');

  it('tells pid, port and whether it takes connections', () => {
    expect(parsePostmaster(fileOf(77))).toEqual({ pid: 77, port: 15432, ready: true });
    expect(parsePostmaster(fileOf(77, 'starting'))).toMatchObject({ ready: false });
  });

  it('means nothing while it is half written', () => {
    expect(parsePostmaster('')).toBeUndefined();
    expect(parsePostmaster('77\n/data\n')).toMatchObject({ ready: false });
  });

  it('is not believed when its pid now belongs to a stranger', () => {
    write(fileOf(process.pid));
    expect(livingPostmaster(folder)).toBeUndefined();
  });

  it("loses a stranger's pid and keeps the shared memory that a new server has to look at", () => {
    write(fileOf(process.pid));
    disownDeadPid(folder);
    expect(parsePostmaster(read())?.pid).toBe(2_147_483_647);
    expect(read().split('\n').slice(1)).toEqual(fileOf(process.pid).split('\n').slice(1));
  });

  it('may be missing', () => {
    expect(() => disownDeadPid(folder)).not.toThrow();
    expect(livingPostmaster(folder)).toBeUndefined();
  });
});
