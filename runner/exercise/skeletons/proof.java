import static org.junit.Assert.fail;

import org.junit.Test;

/** Passes on the sound tree, fails once the defect is planted. Any honest fix must pass it, not only yours. */
public class {{Name}}Proof {
  @Test
  public void holds() {
    fail("import the tree's classes, and say what must hold");
  }
}
