import fc from 'fast-check';

/** Thousands of mutants are tried: a property that has found nothing in this time is taken to hold. */
const PROPERTY_MS = 250;

fc.configureGlobal({ interruptAfterTimeLimit: PROPERTY_MS, markInterruptAsFailure: false });
