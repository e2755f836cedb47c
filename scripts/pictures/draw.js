// Runs in the browser's page, beside Microsoft's renderer: draws a card there.
const { AdaptiveCard, CardElement, GlobalRegistry, HostConfig, StringProperty, Versions } = globalThis.AdaptiveCards;

// Teams has it on the desktop only, and the renderer not at all.
class CodeBlock extends CardElement {
  static snippet = new StringProperty(Versions.v1_0, 'codeSnippet');

  getJsonTypeName() {
    return 'CodeBlock';
  }

  internalRender() {
    const block = document.createElement('pre');
    block.textContent = this.getValue(CodeBlock.snippet);
    return block;
  }
}

// Of markdown the cards have links and bold text only.
AdaptiveCard.onProcessMarkdown = (text, result) => {
  const line = document.createElement('span');
  line.textContent = text;
  const html = line.innerHTML
    .replaceAll(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>')
    .replaceAll(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
  result.outputHtml = `<p>${html}</p>`;
  result.didProcess = true;
};

globalThis.drawCard = (card, hostConfig, isDesktop) => {
  if (isDesktop) GlobalRegistry.elements.register('CodeBlock', CodeBlock);
  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig(hostConfig);
  drawn.parse(card);
  document.querySelector('main').replaceChildren(drawn.render());
};
