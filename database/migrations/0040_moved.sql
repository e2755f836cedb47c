-- Whether everything was moved somewhere else, where, and when.
create table gatehouse.moved (
  only_one boolean primary key default true check (only_one),
  place text not null,
  at timestamptz not null default now()
);

-- From then on nothing is committed any more, not even by a bot that was about to start.
create function gatehouse.refuse_moved() returns trigger
language plpgsql set search_path = gatehouse, pg_temp as $$
begin
  raise exception 'everything was moved to %', (select place from gatehouse.moved) using errcode = 'operator_intervention';
end $$;
