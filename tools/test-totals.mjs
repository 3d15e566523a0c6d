/** Counts of one kind of tests: `{ passed, failed }`. A run that failed without naming a test counts as one failure. */
function atLeastOneIf(runFailed, totals) {
  return runFailed && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

/** Reads Vitest's JSON report (undefined: it wrote none); a test file that could not be loaded counts as one failure. */
export function countVitest(report, exitCode) {
  const brokenFiles = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const totals = {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + brokenFiles.length,
  };
  return atLeastOneIf(exitCode !== 0, totals);
}

/** Reads Playwright's JSON report (undefined: it wrote none); a test that passed on a second try counts as failed. */
export function countPlaywright(report, exitCode) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return atLeastOneIf(exitCode !== 0, { passed: expected, failed: unexpected + flaky });
}
