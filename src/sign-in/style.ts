// The style sheet of the page for signing in: light and dark, nothing from the network.

/** Put into the page itself, which is named to the browser by its hash. */
export const style = `
:root { color-scheme: light dark; --ground: light-dark(#f5f5f3, #1b1b1d); --paper: light-dark(#fff, #252528);
  --ink: light-dark(#242424, #f2f2f2); --muted: light-dark(#5c5c5c, #b8b8b8); --line: light-dark(#e0e0dd, #3d3d42);
  --accent: light-dark(#2b579a, #9cc2ff); --on-accent: light-dark(#fff, #12233c); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; }
.name { color: var(--muted); font-weight: 600; margin: 0 0 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
p { margin: 0 0 .75rem; }
.muted { color: var(--muted); } small { font-size: .875rem; color: var(--muted); display: block; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 1.25rem; margin-top: 1.25rem; }
.card > :last-child { margin-bottom: 0; }
ul { margin: 0 0 .75rem; padding-left: 1.2rem; }
ul.checks { list-style: none; padding: 0; }
ul.checks li { display: grid; grid-template-columns: 2rem 1fr; padding: .7rem 0; border-top: 1px solid var(--line); }
ul.checks li:first-child { border-top: 0; padding-top: 0; } ul.checks li:last-child { padding-bottom: 0; }
.note { margin-top: 1.5rem; } .note small { margin-top: .25rem; }
.cure { color: var(--muted); margin: .15rem 0 0; }
.said { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
code { font-size: .9em; overflow-wrap: anywhere; }
button, a.button { display: inline-block; font: inherit; font-weight: 600; cursor: pointer; text-decoration: none;
  border: 1px solid var(--accent); border-radius: 6px; background: var(--accent); color: var(--on-accent); padding: .6rem 1.1rem; }
button:hover, a.button:hover { filter: brightness(1.1); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
