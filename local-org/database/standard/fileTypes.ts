/**
 * FileType of a file by the ending of its name (Object Reference, ContentVersion, FileType: "determined by PathOnClient").
 * A type that is not here is UNKNOWN, as on the platform.
 */
const TYPES: Readonly<Record<string, string>> = {
  ai: 'AI', avi: 'AVI', bmp: 'BMP', csv: 'CSV', doc: 'WORD', docm: 'WORD_X', docx: 'WORD_X', dot: 'WORD_T', dotx: 'WORD_T', eps: 'EPS', exe: 'EXE', flv: 'FLASH', gif: 'GIF', gz: 'GZIP', htm: 'HTML', html: 'HTML',
  jpeg: 'JPEG', jpg: 'JPG', js: 'JS', m4a: 'M4A', m4v: 'M4V', mov: 'MOV', mp3: 'MP3', mp4: 'MP4', mpeg: 'MPEG', mpg: 'MPEG', odp: 'ODP', ods: 'ODS', odt: 'ODT', pdf: 'PDF', png: 'PNG', ppt: 'POWER_POINT', pptx: 'POWER_POINT_X', ps: 'POSTSCRIPT',
  psd: 'PSD', rtf: 'RTF', svg: 'SVG', swf: 'SWF', tgz: 'TGZ', tif: 'TIFF', tiff: 'TIFF', txt: 'TEXT', vsd: 'VISIO', wav: 'WAV', webm: 'WEBM', wma: 'WMA', wmv: 'WMV', xls: 'EXCEL', xlsm: 'EXCEL_X', xlsx: 'EXCEL_X', xml: 'XML', zip: 'ZIP',
};

/** Ending without its dot, as it is written; null where there is none. */
export function extensionOf(path: string): string | null {
  const name = path.split(/[\\/]/).pop() ?? '';
  const dot = name.lastIndexOf('.');
  return dot > 0 && dot < name.length - 1 ? name.slice(dot + 1) : null;
}

export const fileTypeOf = (extension: string | null): string => (extension && TYPES[extension.toLowerCase()]) || 'UNKNOWN';
