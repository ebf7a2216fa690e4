// What is read off figures: shares, each of a part and a whole, and grades. Null figures mean that nothing was counted.

/** The part and the whole of each share. */
const SHARES = {
  onTime: [f => f.onTime, f => f.onTime + f.late],
  online: [f => f.online, f => f.received],
  digitised: [f => f.digitised, f => f.received],
  paidOnline: [f => f.paidOnlineOfFee, f => f.feeRequired],
  satisfied: [f => f.satisfied, f => f.rated]
};

/** Part, whole and value (0 to 1; null where the whole is empty) of a share. */
export function shareOf(figures, name) {
  if (!figures) {
    return { part: null, whole: null, value: null };
  }
  const part = SHARES[name][0](figures);
  const whole = SHARES[name][1](figures);
  return { part: part, whole: whole, value: whole > 0 ? part / whole : null };
}

export function valueOf(figures, name) {
  return figures ? figures[name] : null;
}

/** Shares on time from which on a grade is given, the best first. */
export const STEPS = [0.95, 0.9, 0.8];

/** How good a share on time is: 0 is best, 3 is below all steps; null where there is none. */
export function gradeOf(share) {
  if (share === null) {
    return null;
  }
  const at = STEPS.findIndex(step => share >= step);
  return at < 0 ? STEPS.length : at;
}
