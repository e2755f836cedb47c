// adaptivecards-templating's types reach into the TypeScript sources of adaptivecards, which do not compile under this
// project's settings. The one name that they take from there is given here instead.
export type IAdaptiveCard = object;
