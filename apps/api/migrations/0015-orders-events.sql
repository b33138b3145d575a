-- Behavioural events as every other lib sees them.
create view orders_events_v as
select customer_id, event_id, source, type, occurred_at, properties from orders_events;
