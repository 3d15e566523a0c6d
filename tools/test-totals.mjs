/** Counts of one kind of tests: `{ passed, failed, failures }`, the last with what failed, in words. A run that failed without naming a test counts as one failure. */
function atLeastOneIf(runFailed, totals) {
  return runFailed && totals.failed === 0
    ? { ...totals, failed: 1, failures: ['an error outside any test'] }
    : totals;
}

/** Reads Vitest's JSON report (undefined: it wrote none); a test file that could not be loaded counts as one failure. */
export function countVitest(report, exitCode) {
  const brokenFiles = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const totals = {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + brokenFiles.length,
    failures: [
      ...brokenFiles.map((file) => `${file.name}\n${file.message ?? ''}`),
      ...(report?.testResults ?? []).flatMap((file) =>
        file.assertionResults
          .filter((test) => test.status === 'failed')
          .map((test) => `${file.name} › ${test.fullName}\n${(test.failureMessages ?? []).join('\n')}`),
      ),
    ],
  };
  return atLeastOneIf(exitCode !== 0, totals);
}

/** Reads Playwright's JSON report (undefined: it wrote none); a test that passed on its second try counts as passed and is named under `unsteady`. */
export function countPlaywright(report, exitCode) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  const ended = (status) =>
    (report?.suites ?? []).flatMap((suite) => specsThatEnded(status, suite, suite.file));
  return {
    ...atLeastOneIf(exitCode !== 0, {
      passed: expected + flaky,
      failed: unexpected,
      failures: ended('unexpected'),
    }),
    unsteady: ended('flaky'),
  };
}

/** A suite holds specs and further suites; each spec's tests say how they ended. */
function specsThatEnded(status, suite, file) {
  const specs = (suite.specs ?? []).filter((spec) => spec.tests.some((test) => test.status === status));
  return [
    ...specs.map((spec) => {
      const errors = spec.tests.flatMap((test) => test.results.map((result) => result.error?.message ?? ''));
      return `${file} › ${spec.title}\n${errors.filter(Boolean).join('\n')}`;
    }),
    ...(suite.suites ?? []).flatMap((inner) => specsThatEnded(status, inner, file)),
  ];
}
