'use client';
import classes from './connection-notice.module.css';
import { useConnection } from './use-connection';

/** Says that the server cannot be reached, for as long as that is so, and what becomes of what is done meanwhile. */
export const ConnectionNotice = () => {
  const isConnected = useConnection();
  return (
    <div role="alert">
      {!isConnected && (
        <p className={classes.notice}>
          <strong>No connection.</strong> Go on: your answers are kept on this device and sent as soon as it
          is back.
        </p>
      )}
    </div>
  );
};
