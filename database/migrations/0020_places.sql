-- What replicas share besides the store's rows: posted cards, links to files, offers of files, encrypted tokens, certificates.

-- The number of the last write of cards. Every write locks this row, so writes have one order.
create table gatehouse.card_head (
  only_one boolean primary key default true check (only_one),
  seq bigint not null default 0
) with (fillfactor = 10);
insert into gatehouse.card_head default values;

-- A card's seq is the number of the write that touched it last: its version, and its place in what others read. doc null: the
-- card was removed. Its trace goes after a day: who hasn't read of it by then finds no card to redraw.
create table gatehouse.card (
  conversation_id text not null,
  activity_id text not null,
  seq bigint not null,
  place int not null,
  doc json,
  at timestamptz not null default now(),
  primary key (conversation_id, activity_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
create index card_seq on gatehouse.card (seq, place);
create index card_removed on gatehouse.card (at) where doc is null;

-- Writes cards, and reads the head, all that was written since `seen`, and the cards that were to be written, as they are now.
-- base: the seq of the card that was redrawn, without which nothing is written. null: written whatever is there.
create function gatehouse.share_cards(
  seen bigint, conversation_ids text[], activity_ids text[], docs text[], bases bigint[]
)
returns table (head bigint, conversation_id text, activity_id text, seq bigint, doc text)
language plpgsql security definer set search_path = gatehouse, pg_temp as $$
#variable_conflict use_column
declare
  next_seq bigint;
begin
  if cardinality(activity_ids) > 0 then
    select card_head.seq + 1 into next_seq from gatehouse.card_head for update;
    insert into gatehouse.card (conversation_id, activity_id, seq, place, doc)
      select written.conversation_id, written.activity_id, next_seq, written.place, written.doc::json
      from unnest(conversation_ids, activity_ids, docs, bases) with ordinality
        as written (conversation_id, activity_id, doc, base, place)
      left join gatehouse.card as before
        on before.conversation_id = written.conversation_id and before.activity_id = written.activity_id
      where written.base is null or (before.seq = written.base and before.doc is not null)
      on conflict (conversation_id, activity_id) do update
        set seq = excluded.seq, place = excluded.place, doc = excluded.doc, at = excluded.at;
    update gatehouse.card_head set seq = next_seq;
    delete from gatehouse.card where card.doc is null and card.at < now() - interval '1 day';
    perform pg_notify('gatehouse_cards', next_seq::text);
  end if;
  return query
    select h.seq, c.conversation_id, c.activity_id, c.seq, c.doc::text
    from gatehouse.card_head h left join lateral (
      select * from gatehouse.card where card.seq > seen
      union all
      select card.* from gatehouse.card join unnest(conversation_ids, activity_ids) as asked (conversation_id, activity_id)
        on asked.conversation_id = card.conversation_id and asked.activity_id = card.activity_id
        where card.seq <= seen
    ) c on true
    order by c.seq, c.place;
end $$;

-- Links to files, by the hash of their token. number: in which order they were made.
create table gatehouse.link (
  token_hash text primary key,
  number bigint generated always as identity,
  until timestamptz not null,
  doc json not null,
  bytes bytea not null
) with (autovacuum_vacuum_scale_factor = 0.01);

-- Makes a link. The oldest end early, so that there are so many links and bytes at most.
create function gatehouse.make_link(
  new_hash text, lasts_seconds double precision, new_doc text, new_bytes bytea, most int, most_bytes bigint
)
returns void language plpgsql security definer set search_path = gatehouse, pg_temp as $$
begin
  lock table gatehouse.link in share row exclusive mode;
  delete from gatehouse.link where link.until <= clock_timestamp();
  delete from gatehouse.link where link.token_hash in (
    select newest.token_hash from (
      select link.token_hash, row_number() over later as nth, sum(octet_length(link.bytes)) over later as total
      from gatehouse.link window later as (order by link.number desc)
    ) as newest
    where newest.nth >= most or newest.total + octet_length(new_bytes) > most_bytes
  );
  insert into gatehouse.link (token_hash, until, doc, bytes)
    values (new_hash, clock_timestamp() + make_interval(secs => lasts_seconds), new_doc::json, new_bytes);
end $$;

-- What a link opens now. Nothing stays of those that are over.
create function gatehouse.find_link(asked_hash text) returns table (doc text, bytes bytea)
language plpgsql security definer set search_path = gatehouse, pg_temp as $$
begin
  delete from gatehouse.link where link.until <= clock_timestamp();
  return query select link.doc::text, link.bytes from gatehouse.link where link.token_hash = asked_hash;
end $$;

-- Offers of files, each to one person in one conversation.
create table gatehouse.offer (
  id text primary key,
  number bigint generated always as identity,
  until timestamptz not null,
  person_id text not null,
  conversation_id text not null,
  doc json not null,
  bytes bytea not null
) with (autovacuum_vacuum_scale_factor = 0.01);

-- Puts an offer. The oldest end early, so that there are so many at most.
create function gatehouse.put_offer(
  new_id text, lasts_ms double precision, new_person_id text, new_conversation_id text, new_doc text, new_bytes bytea, most int
)
returns void language plpgsql security definer set search_path = gatehouse, pg_temp as $$
begin
  lock table gatehouse.offer in share row exclusive mode;
  delete from gatehouse.offer where offer.until <= clock_timestamp();
  delete from gatehouse.offer where offer.id in (select offer.id from gatehouse.offer order by offer.number desc offset most - 1);
  insert into gatehouse.offer (id, until, person_id, conversation_id, doc, bytes) values (
    new_id, clock_timestamp() + make_interval(secs => lasts_ms / 1000), new_person_id, new_conversation_id, new_doc::json, new_bytes
  );
end $$;

-- Takes an offer, for one of all who take it at once.
create function gatehouse.take_offer(asked_id text, asker_id text, asker_conversation_id text)
returns table (doc text, bytes bytea, left_ms double precision)
language plpgsql security definer set search_path = gatehouse, pg_temp as $$
begin
  delete from gatehouse.offer where offer.until <= clock_timestamp();
  return query delete from gatehouse.offer
    where offer.id = asked_id and offer.person_id = asker_id and offer.conversation_id = asker_conversation_id
    returning offer.doc::text, offer.bytes,
      extract(epoch from offer.until - clock_timestamp())::double precision * 1000;
end $$;

-- Tokens, which are encrypted before they get here. version: another one for each writing.
create table gatehouse.encrypted (
  name text primary key,
  version bigint not null,
  bytes bytea not null
) with (fillfactor = 50);

create function gatehouse.write_encrypted(written_name text, written_bytes bytea) returns bigint
language plpgsql security definer set search_path = gatehouse, pg_temp as $$
declare
  written bigint;
begin
  insert into gatehouse.encrypted (name, version, bytes) values (written_name, 1, written_bytes)
    on conflict (name) do update set version = encrypted.version + 1, bytes = excluded.bytes
    returning encrypted.version into written;
  perform pg_notify('gatehouse_tokens', written_name || ' ' || written);
  return written;
end $$;

-- The certificates' files. None is ever changed or deleted.
create table gatehouse.certificate_file (
  name text primary key,
  bytes bytea not null,
  at timestamptz not null default now()
);

-- Keeps a file, and tells what the name has from now on: these bytes, or those that it was given before.
create function gatehouse.keep_certificate(new_name text, new_bytes bytea) returns bytea
language plpgsql security definer set search_path = gatehouse, pg_temp as $$
declare
  kept bytea;
begin
  insert into gatehouse.certificate_file (name, bytes) values (new_name, new_bytes) on conflict (name) do nothing;
  select certificate_file.bytes into strict kept from gatehouse.certificate_file where certificate_file.name = new_name;
  return kept;
end $$;
