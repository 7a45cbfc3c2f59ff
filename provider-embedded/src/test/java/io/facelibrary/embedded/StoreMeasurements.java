package io.facelibrary.embedded;

import io.facelibrary.Face;
import io.facelibrary.FaceImage;
import io.facelibrary.PersonId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures the store beside a bare insert of the same bytes with the same settings, in one run. It
 * stands among the tests while the store has no public door.
 */
final class StoreMeasurements {
  private static final int DIMENSION = 128;
  private static final int PERSONS = 1_000;
  private static final long NANOS = 3_000_000_000L;
  private static final FaceImage PICTURE = FaceImage.at("https://example.com/face.jpg");
  private static final StoreSettings SETTINGS = StoreSettings.plain().withModel("m", DIMENSION);

  private StoreMeasurements() {}

  /** Takes a folder to work in and, optionally, how many faces to import at the end. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    for (int round = 0; round < 3; round++) {
      double bare = bare(folder.resolve("bare" + round));
      double one = added(folder.resolve("one" + round), 1);
      double sixteen = added(folder.resolve("sixteen" + round), 16);
      System.out.printf(
          Locale.ROOT,
          "bare insert %,.0f/s, 1 caller %,.0f/s (%.2f of bare), 16 callers %,.0f/s (%.1f of one)%n",
          bare,
          one,
          one / bare,
          sixteen,
          sixteen / one);
    }
    if (args.length > 1) {
      imported(folder.resolve("import"), Integer.parseInt(args[1]));
    }
  }

  private static double bare(Path folder) throws Exception {
    Files.createDirectories(folder);
    byte[] vector = StoredPerson.bytes(vector());
    try (Database database = Database.forWriting(folder.resolve("bare.db"))) {
      database.execute(
          "CREATE TABLE face (id INTEGER PRIMARY KEY, person INTEGER, source TEXT, vector BLOB)");
      Random random = new Random();
      long start = System.nanoTime();
      int done = 0;
      while (System.nanoTime() - start < NANOS) {
        database.update(
            "INSERT INTO face VALUES (?, ?, ?, ?)",
            (long) done++,
            random.nextInt(PERSONS),
            "https://example.com/face.jpg",
            vector);
      }
      return done * 1e9 / (System.nanoTime() - start);
    }
  }

  private static double added(Path folder, int callers) throws Exception {
    try (Store store = Store.open(folder, SETTINGS)) {
      addPersons(store);
      AtomicInteger done = new AtomicInteger();
      List<Thread> threads = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < callers; i++) {
        threads.add(new Thread(() -> addUntil(store, start + NANOS, done)));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      return done.get() * 1e9 / (System.nanoTime() - start);
    }
  }

  private static void addUntil(Store store, long end, AtomicInteger done) {
    Random random = new Random();
    Optional<float[]> vector = Optional.of(vector());
    while (System.nanoTime() - end < 0) {
      add(store, PersonId.of("p" + random.nextInt(PERSONS)), vector, 1);
      done.incrementAndGet();
    }
  }

  private static void add(Store store, PersonId person, Optional<float[]> vector, int faces) {
    List<FaceImage> pictures = List.of(PICTURE);
    store.change(
        person,
        pictures,
        state -> {
          for (int i = 0; i < faces; i++) {
            state.addFace(Face.of(store.nextFace()), StoreTest.kept(PICTURE, vector));
          }
          return true;
        });
  }

  private static void addPersons(Store store) {
    for (int i = 0; i < PERSONS; i++) {
      store.add(PersonId.of("p" + i), "", "", person -> {});
    }
  }

  private static void imported(Path folder, int faces) throws Exception {
    long start = System.nanoTime();
    try (Store store = Store.open(folder, SETTINGS)) {
      addPersons(store);
      Optional<float[]> vector = Optional.of(vector());
      for (int i = 0; i < faces / PERSONS; i++) {
        add(store, PersonId.of("p" + i % PERSONS), vector, PERSONS);
      }
    }
    double filled = (System.nanoTime() - start) / 1e9;
    System.gc();
    start = System.nanoTime();
    try (Store store = Store.open(folder, SETTINGS)) {
      double opened = (System.nanoTime() - start) / 1e9;
      System.gc();
      long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      System.out.printf(
          Locale.ROOT,
          "%,d faces: imported in %.1f s, opened in %.2f s, heap %,d bytes, %,d vectors%n",
          faces,
          filled,
          opened,
          heap,
          store.parts().vectors().orElseThrow().size());
    }
  }

  private static float[] vector() {
    Random random = new Random();
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = random.nextFloat();
    }
    return vector;
  }
}
