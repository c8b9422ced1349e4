// An editor who wants to know what is paid, and one who looks for O'Brien.
package photos;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class InjectionProof {
  @Test
  public void wordsAreOnlyWords() throws Exception {
    Agency agency = new Agency();
    agency.run("INSERT INTO photos VALUES (1, 'Mr O''Brien'); INSERT INTO contracts VALUES (7, 120000)");
    Search search = new Search(agency.pool());
    String attack = "x' escape '!' union select cents, 'paid' from contracts --";
    assertEquals(List.of(), search.photos(attack, 0));
    assertEquals(1, search.photos("O'Brien", 0).size());
  }
}
