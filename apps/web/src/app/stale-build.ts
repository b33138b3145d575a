/**
 * After an update of the server an open tab asks for page files that are gone. A fresh load of the wanted page brings
 * the new build; once only, so that a file that is truly missing ends as a problem and not in a loop.
 */
const KEY = 'siyu.fresh-load';

export function isStaleBuild(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script failed|preload CSS/i.test(error.message);
}

/** Loads the address anew; false when that has been tried for it already. */
export function freshLoad(address: string): boolean {
  if (sessionStorage.getItem(KEY) === address) return false;
  sessionStorage.setItem(KEY, address);
  location.assign(address);
  return true;
}
