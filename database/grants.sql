-- What the bot's login may do: read, and call the functions. Made anew after every migration, for what that has added.

-- All of it at once, and by one of several who migrate at a time: two grants on the same thing can't be made together.
select pg_advisory_xact_lock(471140);

-- Of a database that was restored on another server, the tables alone are there.
do $$ begin
  if not exists (select from pg_roles where rolname = 'gatehouse_app') then
    create role gatehouse_app nologin;
  end if;
  -- Where no one else is let in: who is could hold the locks that replicas need.
  execute format('grant connect on database %I to gatehouse_app', current_database());
end $$;
grant usage on schema gatehouse to gatehouse_app;
grant select on all tables in schema gatehouse to gatehouse_app;
revoke execute on all functions in schema gatehouse from public;
grant execute on all functions in schema gatehouse to gatehouse_app;
