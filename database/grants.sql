-- What the bot's login may do: read, and call the functions. Made anew after every migration, for what that has added.
grant usage on schema gatehouse to gatehouse_app;
grant select on all tables in schema gatehouse to gatehouse_app;
revoke execute on all functions in schema gatehouse from public;
grant execute on all functions in schema gatehouse to gatehouse_app;
