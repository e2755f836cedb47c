// The style sheet of all pages, light and dark, with nothing from the network.

/** Served at /style.css. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f5f5f3, #1b1b1d);
  --paper: light-dark(#ffffff, #252528);
  --ink: light-dark(#242424, #f2f2f2);
  --muted: light-dark(#5c5c5c, #b8b8b8);
  --line: light-dark(#e0e0dd, #3d3d42);
  --accent: light-dark(#2b579a, #9cc2ff);
  --on-accent: light-dark(#ffffff, #12233c);
  --good: light-dark(#0b6a0b, #8fd694);
  --waiting: light-dark(#8a4b00, #f2c078);
  --bad: light-dark(#a4262c, #ff9c9f);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px;
}
.bar { background: light-dark(#1f2b40, #101318); color: #fff; }
.bar > div { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; padding-block: .7rem; }
.bar a { color: #fff; font-weight: 600; text-decoration: none; }
.bar span { color: #cfd8e6; font-size: .875rem; }
.wrap { max-width: 64rem; margin-inline: auto; padding-inline: 1.25rem; }
main.wrap { padding-block: 1.75rem 4rem; }
main.narrow { max-width: 42rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .35rem; }
h2 { font-size: 1.15rem; margin: 0 0 .75rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: 0 0 .75rem; }
.card > p:last-child { margin-bottom: 0; }
.muted, .crumb { color: var(--muted); }
.crumb { font-size: .9rem; margin-bottom: .75rem; }
small, .small { font-size: .875rem; }
code { font-size: .85em; overflow-wrap: anywhere; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 1.25rem; margin-top: 1.25rem; }
.card .item { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: 1rem; }
.card h2 + .item { border-top: 0; margin-top: 0; padding-top: 0; }
.row { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
.row.spread { justify-content: space-between; }
.badge { display: inline-flex; gap: .4rem; align-items: center; white-space: nowrap; font-size: .875rem; font-weight: 600; }
.badge i { font-style: normal; width: 1.35rem; height: 1.35rem; line-height: 1.3rem; text-align: center; border-radius: 50%; border: 1px solid currentColor; }
.good { color: var(--good); } .waiting { color: var(--waiting); } .bad { color: var(--bad); } .quiet { color: var(--muted); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-size: .8rem; font-weight: 600; color: var(--muted); }
th, td { padding: .6rem .75rem .6rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody tr:last-child td { border-bottom: 0; }
td small { display: block; color: var(--muted); }
td.name { white-space: nowrap; }
.item > .scroll { margin: .75rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 0 0 1rem; }
dt { color: var(--muted); } dd { margin: 0; overflow-wrap: anywhere; }
ul.roles { columns: 16rem; margin: 0 0 1rem; padding-left: 1.2rem; }
form { display: inline-flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0; }
label { font-size: .9rem; }
input, select, button { font: inherit; color: inherit; border-radius: 6px; border: 1px solid light-dark(#8a8886, #77777d); background: var(--paper); padding: .4rem .7rem; min-height: 2.375rem; font-size: .9375rem; }
input[type=search] { width: 20rem; max-width: 100%; }
input[type=number] { width: 5.5rem; }
button { cursor: pointer; font-weight: 600; }
button:hover { background: light-dark(#f0f0ee, #303035); }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.primary:hover { filter: brightness(1.1); }
button.danger { color: var(--bad); border-color: currentColor; }
.notice { border-left: 4px solid var(--good); background: var(--paper); padding: .75rem 1rem; margin: 0 0 1.25rem; border-radius: 4px; }
.notice.refused { border-color: var(--bad); }
h3 + .what-if { margin-top: .75rem; }
.what-if { display: grid; grid-template-columns: minmax(10rem, 16rem) 1fr; gap: .9rem 1.25rem; align-items: center; }
.pager { margin-top: 1rem; }
summary { cursor: pointer; font-weight: 600; }
ol.steps { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; padding: 0; margin: 1rem 0; }
form.stack { display: block; } form.stack > * + * { margin-top: 1rem; }
fieldset { border: 0; margin: 0; padding: 0; } legend { font-weight: 600; padding: 0; margin-bottom: .4rem; }
.choice { display: flex; gap: .6rem; align-items: flex-start; padding: .4rem 0; font-size: 1rem; }
.choice input { min-height: 0; margin: .35rem 0 0; } .choice small { display: block; }
@media (max-width: 40rem) {
  .stacked thead { position: absolute; clip-path: inset(50%); }
  .stacked tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line); }
  .stacked td { display: flex; flex-wrap: wrap; gap: 0 .6rem; padding: .15rem 0; border: 0; }
  .stacked td[data-label]::before { content: attr(data-label); width: 4rem; font-size: .875rem; color: var(--muted); }
  .what-if, dl { grid-template-columns: 1fr; }
  dl { gap: 0; } dd { margin-bottom: .5rem; }
  .what-if { gap: .35rem; } .what-if > form, .what-if > .row { margin-bottom: .75rem; }
}
`;
