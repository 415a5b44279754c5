import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with one line that machines read: `N passed, N failed`. A file that does not load is a failure. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const passed = tests.filter(test => test.result().state === 'passed').length
    const broken = modules.filter(module => module.errors().length > 0).length
    const failed =
      tests.filter(test => test.result().state === 'failed').length + broken + unhandledErrors.length
    console.log(`${passed} passed, ${failed} failed`)
  }
}
