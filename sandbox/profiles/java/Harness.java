// Runs the tests of the classes that it is given, with JUnit 4, and says what they showed: on standard output, between
// two lines of this run's token. The token comes on standard input and is read before a class of the tree is loaded.
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.runner.Description;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

final class SeedfaultHarness {
  public static void main(String[] classes) throws Exception {
    String token = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII)).readLine();
    System.setIn(InputStream.nullInputStream());
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    String verdict = verdict(classes);
    out.print("\n" + token + "\n" + verdict + "\n" + token + "\n");
    out.flush();
    Runtime.getRuntime().halt(0);  // threads that the tree has left behind do not hold up the verdict
  }

  private static String verdict(String[] names) {
    int[] assumed = {0};
    JUnitCore core = new JUnitCore();
    core.addListener(
        new RunListener() {
          @Override
          public void testAssumptionFailure(Failure failure) {
            assumed[0] += 1;
          }
        });
    Class<?>[] classes = new Class<?>[names.length];
    for (int i = 0; i < names.length; i++) {
      try {
        classes[i] = Class.forName(names[i]);
      } catch (Throwable error) {
        return "inconclusive\nit could not be loaded: " + error;
      }
    }
    Result result = core.run(classes);
    if (!result.getFailures().isEmpty()) return "failed\n" + text(result.getFailures().get(0));
    if (result.getIgnoreCount() + assumed[0] > 0) return "inconclusive\na test was skipped";
    if (result.getRunCount() == 0) return "inconclusive\nthere is no test in it";
    return "passed\n" + result.getRunCount() + " tests";
  }

  private static String text(Failure failure) {
    Description test = failure.getDescription();
    Throwable error = failure.getException();
    if (error instanceof ExceptionInInitializerError && error.getCause() != null) error = error.getCause();
    String message = error.getMessage() == null ? "no message" : error.getMessage();
    String kind = error instanceof AssertionError ? "" : error.getClass().getSimpleName() + ": ";
    return (test.getMethodName() == null ? test.getDisplayName() : test.getMethodName()) + ": " + kind + message;
  }
}
