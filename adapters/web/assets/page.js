// All that the page does beyond what a browser does by itself. Every page works without it.

/** Marks the run that an address without a query names: `#p17,120-164`. */
function markAddressed() {
  const named = /^#p(\d+),(\d+)-(\d+)$/.exec(location.hash);
  if (named === null || document.getElementById(location.hash.slice(1)) !== null) return;
  const [, number, start, end] = named.map(Number);
  const paragraph = document.getElementById(`p${number}`);
  if (paragraph === null) return;
  const text = paragraph.querySelector('p')?.firstChild;
  const state = paragraph.parentElement?.dataset.versionState;
  // of a text that has changed, these are not the characters that were quoted
  const isQuoted = state === 'same' || state === 'unversioned';
  if (isQuoted && text instanceof Text && start < end && end <= text.length) {
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    const mark = document.createElement('mark');
    mark.id = location.hash.slice(1);
    range.surroundContents(mark);
  }
  paragraph.scrollIntoView();
}

/** Shows in the list below a chart which mark the pointer is at, and follows its link on a click. */
async function linkMarks(drawing) {
  await import('/assets/echarts-client.js');
  const { hydrate } = globalThis['echarts-ssr-client'];
  const itemOf = ({ ssrType, seriesIndex, dataIndex }) => {
    if (ssrType !== 'chart') return null;
    const list = drawing.closest('figure');
    return list?.querySelector(`[data-mark="${seriesIndex}-${dataIndex}"]`);
  };
  hydrate(drawing, {
    on: {
      mouseover: (event) => itemOf(event)?.classList.add('pointed'),
      mouseout: (event) => itemOf(event)?.classList.remove('pointed'),
      click: (event) => itemOf(event)?.querySelector('a')?.click(),
    },
  });
}

markAddressed();
addEventListener('hashchange', markAddressed);
for (const drawing of document.querySelectorAll('.drawing')) linkMarks(drawing);
