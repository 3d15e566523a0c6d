import { BarChart, LineChart, PieChart, ScatterChart, SunburstChart } from 'echarts/charts';
import {
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

// Only what the six elements are drawn with; the whole library is half as large again.
use([
  BarChart,
  LineChart,
  PieChart,
  ScatterChart,
  SunburstChart,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  CanvasRenderer,
  SVGRenderer,
]);

export const makeChart = (element: HTMLElement, renderer: 'canvas' | 'svg'): ECharts =>
  init(element, null, { renderer });
