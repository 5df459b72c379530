/** Icons of films and reports: lines on a grid of 24, as all of ours. */
export const GLYPHS = {
  download: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M5 20h14',
  again: 'M19 12a7 7 0 1 1-2.2-5.1M19 3.5V8h-4.5',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3.5V7M15 3.5V7',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  music: 'M9 18V6l10-2v12M9 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM19 16a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z',
  upload: 'M12 15V4M7.5 8.5L12 4l4.5 4.5M5 20h14',
} as const;
