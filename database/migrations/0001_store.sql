-- What the store keeps: one row for each thing, one row of head, and the lines of the audit log.

do $$ begin
  if not exists (select from pg_roles where rolname = 'gatehouse_app') then
    create role gatehouse_app nologin;
  end if;
exception
  -- Another database of this server was migrated at the same moment.
  when duplicate_object or unique_violation then null;
end $$;

-- The number of the last commit, and the end of the audit log's chain. Every commit locks this row, so commits have one order.
create table gatehouse.head (
  only_one boolean primary key default true check (only_one),
  -- Another one after a restored backup: what was read before may be gone.
  generation uuid not null default gen_random_uuid(),
  seq bigint not null default 0,
  -- Deleted rows of commits up to this one leave no trace any more.
  pruned bigint not null default 0,
  lines bigint not null default 0,
  hash text not null default repeat('0', 64)
) with (fillfactor = 10);
insert into gatehouse.head default values;

-- A row's seq is the number of the commit that wrote it last: its version, and its place in what others read. The doc is the
-- very text that was written, which jsonb would change; null: the row is deleted.
create table gatehouse.entry (
  kind text not null,
  id text not null,
  seq bigint not null,
  place int not null,
  doc json,
  primary key (kind, id)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01);
create index entry_seq on gatehouse.entry (seq, place);
create index entry_deleted on gatehouse.entry (seq) where doc is null;

create table gatehouse.audit (
  line bigint primary key,
  tenant_id text,
  text text not null
);
create index audit_tenant on gatehouse.audit (tenant_id, line) where tenant_id is not null;

-- Commits by their id, so that one whose answer was lost is made once when it's asked for again. seq null: it will never be made.
create table gatehouse.done (
  id uuid primary key,
  seq bigint,
  at timestamptz not null default now()
);
create index done_at on gatehouse.done (at);

-- What was written after a place in the order of commits, `most` rows at most, and the head at that moment: one row at least.
create function gatehouse.changes(after_seq bigint, after_place int, most int)
returns table (generation uuid, head bigint, pruned bigint, kind text, id text, seq bigint, place int, doc text)
language sql stable set search_path = gatehouse, pg_temp as $$
  select h.generation, h.seq, h.pruned, e.kind, e.id, e.seq, e.place, e.doc::text
  from gatehouse.head h left join lateral (
    select * from gatehouse.entry where (entry.seq, entry.place) > (after_seq, after_place)
    order by entry.seq, entry.place limit most
  ) e on true
$$;

-- One commit: all of it or nothing. Tells how it came out, its number, and what was written since `seen`, `most` rows at most.
--   made: it was, now or when it was asked for before. outdated: a row that it's based on has another version.
--   withdrawn: it was given up (`settle`). otherHistory: the asker has read what isn't in this database.
create function gatehouse.commit(
  commit_id uuid, read_generation uuid, seen bigint,
  kinds text[], ids text[], docs text[],
  base_kinds text[], base_ids text[], base_seqs bigint[],
  audit_tenants text[], audit_entries text[],
  most int
)
returns table (
  outcome text, version bigint,
  generation uuid, head bigint, pruned bigint, kind text, id text, seq bigint, place int, doc text
)
language plpgsql security definer set search_path = gatehouse, pg_temp as $$
#variable_conflict use_column
declare
  h gatehouse.head;
  before gatehouse.done;
  next_seq bigint;
  line_text text;
begin
  select * into h from gatehouse.head for update;
  select * into before from gatehouse.done where done.id = commit_id;
  if found then
    return query select case when before.seq is null then 'withdrawn' else 'made' end, before.seq, c.*
      from gatehouse.changes(seen, 2147483647, most) c;
    return;
  end if;
  if h.generation <> read_generation or h.seq < seen then
    return query select 'otherHistory', null::bigint, c.* from gatehouse.changes(h.seq, 2147483647, 0) c;
    return;
  end if;
  perform from unnest(base_kinds, base_ids, base_seqs) as base (kind, id, seq)
    left join gatehouse.entry on entry.kind = base.kind and entry.id = base.id
    where coalesce(case when entry.doc is not null then entry.seq end, 0) <> base.seq;
  if found then
    return query select 'outdated', null::bigint, c.* from gatehouse.changes(seen, 2147483647, most) c;
    return;
  end if;

  next_seq := h.seq + case when cardinality(kinds) > 0 then 1 else 0 end;
  insert into gatehouse.entry (kind, id, seq, place, doc)
    select written.kind, written.id, next_seq, written.place, written.doc::json
    from unnest(kinds, ids, docs) with ordinality as written (kind, id, doc, place)
    on conflict (kind, id) do update set seq = excluded.seq, place = excluded.place, doc = excluded.doc;
  for i in 1 .. cardinality(audit_entries) loop
    h.lines := h.lines + 1;
    -- Byte for byte what audit-chain.ts makes of an entry.
    line_text := '{"line":' || h.lines || ',' || substr(audit_entries[i], 2, length(audit_entries[i]) - 2)
      || ',"before":"' || h.hash || '"}';
    h.hash := encode(sha256(convert_to(line_text, 'UTF8')), 'hex');
    insert into gatehouse.audit (line, tenant_id, text) values (h.lines, audit_tenants[i], line_text);
  end loop;
  update gatehouse.head set seq = next_seq, lines = h.lines, hash = h.hash;
  insert into gatehouse.done (id, seq) values (commit_id, next_seq);
  if next_seq > h.seq then perform pg_notify('gatehouse', next_seq::text); end if;
  -- What this commit has written itself, its asker knows.
  return query select 'made', next_seq, h.generation, next_seq, h.pruned, e.kind, e.id, e.seq, e.place, e.doc::text
    from (select) asker left join lateral (
      select * from gatehouse.entry where entry.seq > seen and entry.seq <= h.seq
      order by entry.seq, entry.place limit most
    ) e on true;
end $$;

-- Whether a commit whose answer was lost was made; if it wasn't, it never will be. null: it wasn't.
create function gatehouse.settle(commit_id uuid) returns bigint
language plpgsql security definer set search_path = gatehouse, pg_temp as $$
declare
  made bigint;
begin
  perform from gatehouse.head for update;
  insert into gatehouse.done (id, seq) values (commit_id, null) on conflict do nothing;
  select done.seq into made from gatehouse.done where done.id = commit_id;
  return made;
end $$;

-- Takes a lock for this session, unless another has it, and tells what was written since; no row: another has it.
create function gatehouse.try_lock(lock_key text, seen bigint, most int)
returns table (generation uuid, head bigint, pruned bigint, kind text, id text, seq bigint, place int, doc text)
language plpgsql set search_path = gatehouse, pg_temp as $$
begin
  if not pg_try_advisory_lock(hashtextextended(lock_key, 4711)) then return; end if;
  -- A later statement than the lock's, so that it sees all that the last holder committed.
  return query select * from gatehouse.changes(seen, 2147483647, most);
end $$;

-- Removes the traces of rows that were deleted, and of commits that were made, more than a day ago.
create function gatehouse.prune() returns void
language plpgsql security definer set search_path = gatehouse, pg_temp as $$
declare
  last bigint;
begin
  select max(done.seq) into last from gatehouse.done where done.at < now() - interval '1 day';
  if last is null then return; end if;
  delete from gatehouse.done where done.at < now() - interval '1 day';
  perform from gatehouse.head for update;
  delete from gatehouse.entry where entry.doc is null and entry.seq <= last;
  update gatehouse.head set pruned = greatest(head.pruned, last);
end $$;
