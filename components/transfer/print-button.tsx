'use client';
import controls from '@/components/controls/controls.module.css';

/** Opens the browser's own printing. */
export const PrintButton = () => (
  <button
    type="button"
    className={`${controls.button ?? ''} ${controls.primary ?? ''}`}
    onClick={() => {
      print();
    }}
  >
    Print this page
  </button>
);
