package photos;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class SearchTest {
  @Test
  public void photosAreFoundWithTheirPeople() throws Exception {
    Agency agency = new Agency();
    agency.run("INSERT INTO photos VALUES (1, 'A storm in Porto'), (2, 'After the storm, 80% dark'), (3, 'A cat')");
    agency.run("INSERT INTO people VALUES (1, 'Zoe'), (2, 'Abel'); INSERT INTO credits VALUES (1, 1), (2, 1), (2, 2)");
    Search search = new Search(agency.pool());
    Search.Photo storm = new Search.Photo(2, "After the storm, 80% dark", List.of("Abel", "Zoe"));
    assertEquals(List.of(storm, new Search.Photo(1, "A storm in Porto", List.of("Zoe"))), search.photos("Storm ", 0));
    assertEquals(List.of(storm), search.photos("80%", 0));
    assertEquals(List.of(), search.photos("storm", 1));
  }
}
