/**
 * Something the person at the keyboard can put right: printed as it stands, without a stack.
 * Whatever else is thrown is a defect of ours and shows its stack.
 */
export class Problem extends Error {}

/**
 * Runs a command to its exit code; problems end it with a message and code 1.
 * @param {() => Promise<number>} main
 */
export async function run(main) {
  try {
    process.exit(await main());
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') process.exit(130); // somebody said stop
    console.error(error instanceof Problem ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}
