import type { EChartsCoreOption } from 'echarts/core';
import { init } from 'echarts/core';
import '../echarts.ts';

/** Draws a chart without a screen, as a report does, and returns the texts in the picture. For tests. */
export function drawnText(option: EChartsCoreOption, width = 1000, height = 500): readonly string[] {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ ...option, animation: false });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => plainText(text ?? ''));
}

const plainText = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
