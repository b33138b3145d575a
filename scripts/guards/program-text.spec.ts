import { describe, expect, it } from '@jest/globals';
import { readProgram } from './program-text.ts';

const literals = (text: string, path = 'a.ts') => readProgram({ path, text }).literals.map((literal) => literal.text);

describe('reading a program', () => {
  it('finds its strings with either quote, whatever stands in them', () => {
    expect(literals(`a('one', "it's", 'a "b" // no comment', 'it\\'s')`)).toEqual([
      'one',
      "it's",
      'a "b" // no comment',
      "it's",
    ]);
  });

  it('finds its templates, with holes for what is put in, and the strings in the holes', () => {
    expect(literals('sql`select ${a ? "x" : `y${1}`} from ${table({ b: 1 })} t`')).toEqual([
      'x',
      'y ⟨⟩ ',
      'select  ⟨⟩  from  ⟨⟩  t',
    ]);
  });

  it('is not led astray by comments and regular expressions', () => {
    const text =
      "// it's\n/* it's\n a 'trap' */ const r = /['\"`]/g, s = x.replace(/[/']/, 'y'), half = a / b / c; f('end')";
    expect(literals(text)).toEqual(['y', 'end']);
  });

  it('knows on which line a string begins, and leaves comments out of the code', () => {
    const { literals: found, code } = readProgram({ path: 'a.ts', text: "one('a'); // 'b'\n\ntwo(`c\nd`)" });
    expect(found).toEqual([
      { line: 1, text: 'a' },
      { line: 3, text: 'c\nd' },
    ]);
    expect(code.replace(/[ \n]+/g, ' ')).toBe("one('a'); two(`c d`)");
  });

  it('reads the script of a Vue component and not its template', () => {
    expect(literals("<script setup>\nf('a')\n</script>\n<template>it's</template>", 'a.vue')).toEqual(['a']);
  });
});
