import { Injectable } from '@nestjs/common';
import { DomainError } from '@siyu/kernel';
import type { ImportKind } from './domain/kinds';

/** The kinds of import that the libs above have registered. */
@Injectable()
export class ImportKinds {
  private readonly kinds = new Map<string, ImportKind>();

  register<Input>(kind: ImportKind<Input>): void {
    if (this.kinds.has(kind.kind)) throw new Error(`The import kind ${kind.kind} is registered twice.`);
    this.kinds.set(kind.kind, kind as ImportKind);
  }

  /** @throws DomainError `imports.unknown-kind` (invalid) */
  get(kind: string): ImportKind {
    const found = this.kinds.get(kind);
    if (found) return found;
    const message = `must be one of ${[...this.kinds.keys()].join(', ')}`;
    throw new DomainError('imports.unknown-kind', 'invalid', `There is no import of "${kind.slice(0, 50)}".`, {
      errors: [{ pointer: '/kind', message }],
    });
  }

  all(): ImportKind[] {
    return [...this.kinds.values()];
  }
}
