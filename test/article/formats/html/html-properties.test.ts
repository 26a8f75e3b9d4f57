import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArticle } from '../../../../src/article/body/parse-article.ts';
import { readHtml } from '../../../../src/article/formats/html/read-html.ts';
import { expectSound } from '../../invariants.ts';

const PIECES = [
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<br>',
    '<h1>',
    '</h1>',
    '<h2>',
    '<b>',
    '</b>',
    '<a href="#x">',
  ],
  ...[
    '</a>',
    '<table>',
    '<tr>',
    '<td>',
    '<th rowspan="3">',
    '<td colspan="9999">',
    '</td>',
    '</tr>',
  ],
  ...[
    '</table>',
    '<ul><li>',
    '<pre>',
    '</pre>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '&nbsp;',
    '&#x0;',
  ],
  ...[
    '<title>',
    '</title>',
    '<meta name="pubdate" content="2023-06-01">',
    '<svg>',
    '</svg>',
    '<sup>',
  ],
  ...[
    '<figure><figcaption>',
    '<span style="display:none">',
    '</span>',
    '\n',
    '　　',
    ' ',
    '<',
    '"',
    '\0',
  ],
  ...[
    '长三角是全国创新能力最强的区域之一，三省一市联合开展攻关。',
    '江苏',
    '3,889.2亿元',
    '2022年',
  ],
  ...['2023-06-01 来源：交汇点', '责任编辑：李楠', '相关阅读', '查看更多', '表1 单位：亿元'],
];

test('any markup is read as a sound article or refused in one line', () => {
  const page = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((some) => some.join(''));
  fc.assert(
    fc.property(page, (html) => {
      const reading = readHtml({ bytes: Buffer.from(html), front: '' });
      if (reading instanceof Promise) throw new Error('a page is read at once');
      const parsed = parseArticle('x.html', reading);
      if (parsed.ok) expectSound(parsed.article);
      else expect(parsed.reason).toMatch(/^[^\n]+$/u);
    }),
    { numRuns: 400 },
  );
});
