import { QrCode } from '@/components/controls/qr-code';
import classes from './live.module.css';

/** How to join: the address, the number, and a code for phones. */
export const JoinHow = ({ address, pin }: { address: string; pin: string }) => {
  const link = `${address}/join?pin=${pin}`;
  return (
    <div className={classes.how}>
      <QrCode link={link} />
      <p>
        Go to <strong className={classes.address}>{address.replace(/^https?:\/\//, '')}/join</strong> and type
        <strong className={classes.pin}>
          {pin.slice(0, 3)} {pin.slice(3)}
        </strong>
      </p>
    </div>
  );
};
