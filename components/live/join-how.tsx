import { encode } from 'uqr';
import classes from './live.module.css';

/** How to join: the address, the number, and a code for phones. */
export const JoinHow = ({ address, pin }: { address: string; pin: string }) => {
  const link = `${address}/join?pin=${pin}`;
  const { data, size } = encode(link, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <div className={classes.how}>
      <svg
        className={classes.code}
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={`QR code for ${link}`}
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <p>
        Go to <strong className={classes.address}>{address.replace(/^https?:\/\//, '')}/join</strong> and type
        <strong className={classes.pin}>
          {pin.slice(0, 3)} {pin.slice(3)}
        </strong>
      </p>
    </div>
  );
};
