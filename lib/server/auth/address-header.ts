/** Set by our own process on every request, from the socket or a trusted proxy; a client's own is overwritten. */
export const ADDRESS_HEADER = 'x-quizwright-address';
