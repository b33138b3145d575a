-- What orders earned and still stands for, for whoever asks what a multiplier of those points costs.
create view points_order_awards_v as
select customer_id, points - taken_points as points, awarded_at from points_awards where award_key like 'order:%';
