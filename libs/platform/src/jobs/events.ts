import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Jobs, type Job } from './jobs';

/** Something that happened in one lib and that others may react to (`orders.changed`). */
export interface DomainEvent<Payload> {
  readonly name: string;
  /** Never set: carries the payload's type. */
  readonly payload?: Payload;
}

export function defineEvent<Payload>(name: string): DomainEvent<Payload> {
  return { name };
}

/**
 * Upward reactions: the lower lib publishes and does not know who listens; each subscriber gets a job of its own in the
 * publisher's transaction. Without subscribers an event costs nothing.
 */
@Injectable()
export class Events {
  private readonly subscribers = new Map<string, Job<unknown>[]>();

  constructor(private readonly jobs: Jobs) {}

  subscribe<Payload>(event: DomainEvent<Payload>, job: Job<Payload>): void {
    const jobs = this.subscribers.get(event.name) ?? [];
    this.subscribers.set(event.name, [...jobs, job as Job<unknown>]);
  }

  async publish<Payload>(em: EntityManager, event: DomainEvent<Payload>, payload: Payload): Promise<void> {
    for (const job of this.subscribers.get(event.name) ?? []) await this.jobs.enqueue(em, job, payload);
  }
}
