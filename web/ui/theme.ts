import {
  ActionIcon,
  Badge,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Modal,
  MultiSelect,
  Notification,
  Table,
  Tooltip,
} from '@mantine/core';

/** The one accent. Shade 7 carries white text at 5.5:1 and is the filled shade in both schemes. */
const teal: MantineColorsTuple = [
  '#effcf9',
  '#d3f6ee',
  '#a5ebdc',
  '#6fd9c7',
  '#3fbfae',
  '#1fa293',
  '#128578',
  '#0f766e',
  '#0d5f59',
  '#0b4a46',
];

/** Slightly cool neutrals; 6 and darker are legible on white and on the page's canvas. */
const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#f1f3f6',
  '#e6e9ee',
  '#d8dde4',
  '#bfc6d0',
  '#96a0ad',
  '#5b6675',
  '#4a5463',
  '#333c48',
  '#1b222b',
];

/** 0 text … 7 surface, 8 canvas. */
const dark: MantineColorsTuple = [
  '#e3e7ec',
  '#c3cad3',
  '#a3adb9',
  '#75808d',
  '#343d47',
  '#262e37',
  '#1d242c',
  '#161b21',
  '#0e1216',
  '#080b0e',
];

export const theme = createTheme({
  colors: { teal, gray, dark },
  black: gray[9],
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 7 },
  autoContrast: true,
  // White text reaches 4.5:1 on colours up to this luminance.
  luminanceThreshold: 0.18,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  headings: { fontWeight: '620' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({ defaultProps: { tt: 'none', fw: 550, variant: 'light' } }),
    Drawer: Drawer.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    MultiSelect: MultiSelect.extend({
      defaultProps: { clearButtonProps: { 'aria-label': 'Clear' }, comboboxProps: { shadow: 'md' } },
    }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
    }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 250, withArrow: true, events: { hover: true, focus: true, touch: false } },
    }),
  },
});

/** Contrast that the kit's defaults lack (WCAG 2.2 AA in both schemes), and the page's own surfaces. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': teal[7],
    '--mantine-color-teal-light': teal[0],
    '--mantine-color-teal-light-hover': teal[1],
    '--mantine-color-teal-light-color': teal[8],
    '--mantine-color-gray-light-color': gray[8],
    '--mantine-color-red-light-color': '#912018',
    '--mantine-color-red-text': '#b42318',
    '--mantine-color-yellow-light-color': '#6b4400',
    '--mantine-color-default-border': gray[3],
    '--qd-canvas': '#f4f6f8',
    '--qd-line': gray[2],
    '--qd-quiet': gray[1],
  },
  dark: {
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': teal[3],
    '--mantine-color-teal-light': 'rgba(63, 191, 174, 0.14)',
    '--mantine-color-teal-light-hover': 'rgba(63, 191, 174, 0.2)',
    '--mantine-color-teal-light-color': teal[2],
    '--mantine-color-gray-light-color': dark[0],
    '--mantine-color-gray-subtle-color': dark[1],
    '--mantine-color-red-light': 'rgba(255, 110, 100, 0.12)',
    '--mantine-color-red-light-color': '#ffb4ad',
    '--mantine-color-red-text': '#ff9d94',
    '--mantine-color-yellow-light': 'rgba(255, 200, 80, 0.12)',
    '--mantine-color-yellow-light-color': '#ffd98a',
    '--qd-canvas': dark[8],
    '--qd-line': dark[5],
    '--qd-quiet': dark[6],
  },
});
