package io.facelibrary.embedded;

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
 * Compares the store with plain inserts of the same bytes and the same SQLite settings. A program
 * and not a test; it is here because the store is package-private.
 */
final class StoreMeasurements {
  private static final int DIMENSIONS = 128;
  private static final int PERSONS = 1_000;
  private static final long NANOS = 150_000_000L;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 60;
  private static final FaceImage IMAGE = FaceImage.at("https://example.com/face.jpg");
  private static final StoreOptions OPTIONS = StoreOptions.defaults().withModel("m", DIMENSIONS);

  private StoreMeasurements() {}

  /** Arguments: a working folder and, optionally, the number of faces to import at the end. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    compared(folder);
    if (args.length > 1) {
      imported(folder.resolve("import"), Integer.parseInt(args[1]));
    }
  }

  /**
   * Measures both in short alternating rounds and compares within each round. A disk that others
   * use is then equally busy for both. The first rounds warm up.
   */
  private static void compared(Path folder) throws Exception {
    List<Double> ofBare = new ArrayList<>();
    List<Double> ofOne = new ArrayList<>();
    List<Double> sixteenOfBare = new ArrayList<>();
    Files.createDirectories(folder);
    try (Database bare = Database.forWriting(folder.resolve("bare.db"));
        WritableStore store = WritableStore.open(folder.resolve("store"), OPTIONS)) {
      bare.execute(
          "CREATE TABLE face (id INTEGER PRIMARY KEY, person INTEGER, source TEXT, vector BLOB)");
      addPersons(store);
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        double inserted = bare(bare);
        double one = added(store, 1);
        double sixteen = added(store, 16);
        if (round >= WARM_UP) {
          ofBare.add(one / inserted);
          ofOne.add(sixteen / one);
          sixteenOfBare.add(sixteen / inserted);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "medians of %d rounds: 1 caller %s of bare, 16 callers %s of bare and %s of one%n",
        ROUNDS,
        quartiles(ofBare),
        quartiles(sixteenOfBare),
        quartiles(ofOne));
  }

  private static String quartiles(List<Double> ratios) {
    List<Double> sorted = ratios.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%.2f (quartiles %.2f to %.2f)",
        sorted.get(ROUNDS / 2),
        sorted.get(ROUNDS / 4),
        sorted.get(ROUNDS * 3 / 4));
  }

  private static double bare(Database database) throws Exception {
    byte[] vector = PersonRowWriter.bytes(vector());
    Random random = new Random(1);
    long start = System.nanoTime();
    int done = 0;
    while (System.nanoTime() - start < NANOS) {
      database.update(
          "INSERT INTO face (person, source, vector) VALUES (?, ?, ?)",
          random.nextInt(PERSONS),
          "https://example.com/face.jpg",
          vector);
      done++;
    }
    return done * 1e9 / (System.nanoTime() - start);
  }

  private static double added(WritableStore store, int callers) throws Exception {
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

  private static void addUntil(WritableStore store, long end, AtomicInteger done) {
    Random random = new Random(1);
    float[] vector = vector();
    while (System.nanoTime() - end < 0) {
      add(store, PersonId.of("p" + random.nextInt(PERSONS)), vector, 1);
      done.incrementAndGet();
    }
  }

  private static void add(WritableStore store, PersonId person, float[] vector, int faces) {
    StoreSteps.addFaces(store, person, store.newFaceIds(faces), IMAGE, vector);
  }

  private static void addPersons(WritableStore store) {
    for (int i = 0; i < PERSONS; i++) {
      StoreSteps.addPerson(store, PersonId.of("p" + i), "");
    }
  }

  private static void imported(Path folder, int faces) throws Exception {
    long start = System.nanoTime();
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      addPersons(store);
      float[] vector = vector();
      for (int i = 0; i < faces / PERSONS; i++) {
        add(store, PersonId.of("p" + i % PERSONS), vector, PERSONS);
      }
    }
    double filled = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%,d faces imported in %.1f s%n", faces, filled);
    opened(folder, "clean");
    try (Database database = Database.forWriting(LibraryFolder.databaseIn(folder))) {
      CleanShutdownMarker.clear(database, Optional.empty());
    }
    opened(folder, "after an unclean shutdown");
  }

  private static void opened(Path folder, String how) {
    System.gc();
    long start = System.nanoTime();
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      double opened = (System.nanoTime() - start) / 1e9;
      System.gc();
      long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      System.out.printf(
          Locale.ROOT,
          "opened %s in %.2f s, heap %,d bytes, %,d vectors%n",
          how,
          opened,
          heap,
          store.components().vectors().orElseThrow().size());
    }
  }

  private static float[] vector() {
    Random random = new Random(1);
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = random.nextFloat();
    }
    return vector;
  }
}
