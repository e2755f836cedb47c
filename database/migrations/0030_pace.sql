-- How fast all replicas send together. A crash of the server forgets it, which takes longer than the rates that matter most.
-- Times are by the server's clock, in milliseconds since 1970.

create function gatehouse.clock_ms() returns double precision language sql volatile as $$
  select extract(epoch from clock_timestamp())::double precision * 1000
$$;

-- What is known of a rate besides its places. Whoever asks for one of them locks it.
create unlogged table gatehouse.rate (
  name text primary key,
  -- When a request last went out.
  last_at double precision not null default 0,
  -- When the other side asked for a rest, and for how long.
  rested_at double precision not null default 0,
  rest_ms double precision not null default 0,
  -- Who was told to come again in a moment, with how urgent a request (0: an answer), and by when it will have.
  awaited text not null default '',
  awaited_urgency int not null default 0,
  awaited_until double precision not null default 0,
  -- How many notices went out in a row.
  notices int not null default 0
) with (fillfactor = 50);

-- A request within one of its rates. While it's under way, counted_by is when it will have had its time.
create unlogged table gatehouse.place (
  id uuid not null,
  rate text not null,
  counted_by double precision not null,
  primary key (id, rate)
) with (fillfactor = 70);
create index place_counted on gatehouse.place (rate, counted_by);

-- Milliseconds until one more fits into every window of a rate. Below 0: since when it has been due; -Infinity: it goes out as it
-- comes. As runtime/rate-limit.ts has it for one process.
create function gatehouse.rate_wait(
  rate_name text, windows jsonb, is_answer boolean, last_at double precision, now_ms double precision
)
returns double precision language plpgsql stable set search_path = gatehouse, pg_temp as $$
declare
  rate_window record;
  most int;
  taken int;
  under_way int;
  first_at double precision;
  back_at double precision;
  wait_ms double precision := '-Infinity';
begin
  for rate_window in
    select * from jsonb_to_recordset(windows) as w (count int, ms double precision, kept int, "atOnce" int)
  loop
    most := rate_window.count - case when is_answer then 0 else rate_window.kept end;
    select count(*), count(*) filter (where counted_by > now_ms), min(counted_by) filter (where counted_by <= now_ms)
      into taken, under_way, first_at
      from gatehouse.place where rate = rate_name and counted_by > now_ms - rate_window.ms;
    if taken >= most then
      select least(counted_by, now_ms) + rate_window.ms into back_at
        from gatehouse.place where rate = rate_name and counted_by > now_ms - rate_window.ms
        order by counted_by offset taken - most limit 1;
      wait_ms := greatest(wait_ms, back_at - now_ms);
    elsif not is_answer and taken >= rate_window."atOnce" then
      back_at := case when taken > under_way then first_at + rate_window.ms else last_at end;
      wait_ms := greatest(
        wait_ms,
        last_at + greatest(0.9 * rate_window.ms / most, (back_at - last_at) / (most - taken + 1)) - now_ms
      );
    end if;
  end loop;
  return wait_ms;
end $$;

-- All that a replica has to say and to ask at one moment: which requests are over, which rests were asked for, what may go out.
-- One row for each question, in their order: 0 for a place that is taken, else how long to wait, and for which rate.
create function gatehouse.pace(trip jsonb)
returns table (wait_ms double precision, rate text)
language plpgsql security definer set search_path = gatehouse, pg_temp as $$
#variable_conflict use_column
declare
  -- No request gets an answer later.
  longest_request_ms constant double precision := 15000;
  -- Longer than this, an urgent request is not waited for.
  longest_awaited_ms constant double precision := 2000;
  -- How much later than it was told to an urgent request may come.
  late_ms constant double precision := 100;
  most_notices_in_a_row constant int := 19;
  -- As in rate-limit.ts.
  longest_late_ms constant double precision := 50;
  now_ms double precision := gatehouse.clock_ms();
  asker text := trip ->> 'asker';
  asked record;
  of_rate record;
  known gatehouse.rate;
  urgency int;
begin
  update gatehouse.place set counted_by = least(place.counted_by, now_ms - ended.ago)
    from jsonb_to_recordset(trip -> 'ended') as ended (id uuid, ago double precision) where place.id = ended.id;
  delete from gatehouse.place
    where place.id in (select given::uuid from jsonb_array_elements_text(trip -> 'givenBack') as given);

  -- All lock in the same order. What a clock that was set back has left in the future is taken back.
  insert into gatehouse.rate as known_rate (name)
    select named.name from (
      select wanted.name from jsonb_to_recordset(trip -> 'asks') as ask (rates jsonb),
        jsonb_to_recordset(ask.rates) as wanted (name text, windows jsonb) where jsonb_array_length(wanted.windows) > 0
      union select rest.rate from jsonb_to_recordset(trip -> 'rests') as rest (rate text)
    ) as named order by named.name
    on conflict (name) do update set
      last_at = least(known_rate.last_at, gatehouse.clock_ms()),
      rested_at = least(known_rate.rested_at, gatehouse.clock_ms()),
      awaited_until = least(known_rate.awaited_until, gatehouse.clock_ms() + longest_awaited_ms);
  now_ms := gatehouse.clock_ms();
  update gatehouse.rate as known_rate set rested_at = now_ms, rest_ms = rest.ms
    from jsonb_to_recordset(trip -> 'rests') as rest (rate text, ms double precision)
    where known_rate.name = rest.rate and known_rate.rested_at + known_rate.rest_ms < now_ms + rest.ms;

  for asked in
    select * from jsonb_to_recordset(trip -> 'asks') as ask (id uuid, urgency int, rates jsonb)
  loop
    wait_ms := 0;
    rate := null;
    for of_rate in
      select wanted.*, (select max((each ->> 'ms')::double precision) from jsonb_array_elements(wanted.windows) as each)
        as longest_ms from jsonb_to_recordset(asked.rates) as wanted (name text, windows jsonb)
    loop
      delete from gatehouse.place where place.rate = of_rate.name
        and (counted_by <= now_ms - of_rate.longest_ms or counted_by > now_ms + 2 * longest_request_ms);
      select * into known from gatehouse.rate as known_rate where known_rate.name = of_rate.name;
      -- One change of what was sent before has its turn among so many notices.
      urgency := case when asked.urgency = 2 and known.notices >= most_notices_in_a_row then 1 else asked.urgency end;
      wait_ms := greatest(
        known.rested_at + known.rest_ms - now_ms,
        gatehouse.rate_wait(of_rate.name, of_rate.windows, asked.urgency = 0, known.last_at, now_ms)
      );
      if wait_ms > 0 and wait_ms + late_ms < longest_awaited_ms then
        update gatehouse.rate as known_rate
          set awaited = asker, awaited_urgency = asked.urgency, awaited_until = now_ms + wait_ms + late_ms
          where known_rate.name = of_rate.name
            and (known_rate.awaited_until <= now_ms or known_rate.awaited_urgency >= asked.urgency);
      elsif wait_ms <= 0 and known.awaited <> asker and known.awaited_until > now_ms and known.awaited_urgency < urgency then
        select least(known.awaited_until - now_ms, (each ->> 'ms')::double precision / (each ->> 'count')::int)
          into wait_ms from jsonb_array_elements(of_rate.windows) as each limit 1;
      end if;
      rate := of_rate.name;
      exit when wait_ms > 0;
      rate := null;
    end loop;
    if rate is null then
      wait_ms := 0;
      update gatehouse.rate as known_rate set
        last_at = now_ms - case when due.wait_ms = '-Infinity' then 0 else least(-due.wait_ms, longest_late_ms) end,
        awaited_until = case when awaited = asker and awaited_urgency = asked.urgency then 0 else awaited_until end,
        notices = case asked.urgency when 1 then notices + 1 when 2 then 0 else notices end
        from (
          select wanted.name, gatehouse.rate_wait(wanted.name, wanted.windows, asked.urgency = 0, found.last_at, now_ms) as wait_ms
          from jsonb_to_recordset(asked.rates) as wanted (name text, windows jsonb)
            join gatehouse.rate as found on found.name = wanted.name
        ) as due where known_rate.name = due.name;
      insert into gatehouse.place (id, rate, counted_by)
        select asked.id, wanted.name, now_ms + longest_request_ms
        from jsonb_to_recordset(asked.rates) as wanted (name text, windows jsonb)
        where jsonb_array_length(wanted.windows) > 0;
    end if;
    return next;
  end loop;

  -- What is too old to matter, but for what others are using.
  if trip ? 'forgetMs' then
    delete from gatehouse.place where (id, place.rate) in (
      select old.id, old.rate from gatehouse.place as old
      where old.counted_by < now_ms - (trip ->> 'forgetMs')::double precision for update skip locked
    );
    delete from gatehouse.rate as known_rate where known_rate.name in (
      select old.name from gatehouse.rate as old
      where greatest(old.last_at, old.rested_at + old.rest_ms) < now_ms - (trip ->> 'forgetMs')::double precision
      for update skip locked
    );
  end if;
end $$;
