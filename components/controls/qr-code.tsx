import { encode } from 'uqr';
import classes from './controls.module.css';

/** A link as a code for the cameras of phones. */
export const QrCode = ({ link }: { link: string }) => {
  const { data, size } = encode(link, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={`QR code for ${link}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
};
