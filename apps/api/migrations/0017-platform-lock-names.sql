-- A pool's jobs are locked by the name of the pool, not of its workers.
alter table platform_worker_pools rename column worker_ids to lock_names;
