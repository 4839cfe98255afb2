import newQrCode from 'qrcode-generator';
import { resvg } from '../preview-image/resvg.ts';

/** White modules around a code. Cameras need them to find the code (ISO/IEC 18004). */
const margin = 4;

const pngWidth = 1024;

/** A QR code of an address as SVG, black on white, with error correction M. */
export function qrSvg(address: string): string {
  // 0: the smallest version that has room for the address.
  const code = newQrCode(0, 'M');
  code.addData(address);
  code.make();
  const count = code.getModuleCount();
  const modules: string[] = [];
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column)) modules.push(`M${column + margin} ${row + margin}h1v1h-1z`);
  const size = count + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${modules.join('')}"/></svg>\n`;
}

/** The same code as a PNG that is large enough for print. */
export async function qrPng(address: string): Promise<Uint8Array> {
  const { Resvg } = await resvg();
  const image = new Resvg(qrSvg(address), { fitTo: { mode: 'width', value: pngWidth } });
  try {
    return image.render().asPng();
  } finally {
    image.free();
  }
}
