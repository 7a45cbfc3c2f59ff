package io.facelibrary;

import io.facelibrary.support.FakeFaceLibrary;
import io.facelibrary.support.OneNumberEncoder;
import io.facelibrary.support.SampleProvider;
import io.facelibrary.support.TestImages;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Valid values by type, for tests of every public method. */
final class Samples {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final FaceId FACE = FaceId.of("1");
  private static final ItemFailure FAILURE = ItemFailure.of(0, ErrorKind.IMAGE_REJECTED, "no face");
  private static final Map<String, Object> BY_TYPE = new HashMap<>();

  static {
    put("int", 1);
    put("boolean", true);
    put("long", 1L);
    put("double", 0.5);
    put("java.lang.String", "text");
    put("java.lang.Class<T>", FaceLibrary.class);
    put("java.lang.ClassLoader", Samples.class.getClassLoader());
    put("java.lang.Throwable", new IllegalStateException());
    put("java.lang.Integer", 1);
    put("java.net.URI", URI.create("https://example.com/face.jpg"));
    put("java.nio.file.Path", Path.of("face.jpg"));
    put("java.time.Duration", Duration.ofSeconds(1));
    put("byte[]", TestImages.webp());
    put("float[]", new float[] {1});
    put("java.util.OptionalInt", OptionalInt.of(1));
    put("java.util.OptionalLong", OptionalLong.of(1));
    value(Duration.ZERO, "java.time.Duration");
    value("text", "java.lang.String");
    value(URI.create("https://example.com/face.jpg"), "java.net.URI");
    value(ALICE);
    value(GroupId.DEFAULT);
    value(FACE);
    value(FaceImage.at("https://example.com/face.jpg"));
    value(FaceImage.at("https://example.com/face.jpg"), FaceImage.class.getName());
    value(FaceImage.at("https://example.com/face.jpg"), Probe.class.getName());
    value(FaceImage.of(TestImages.webp()));
    value(Similarity.SAME);
    value(new Box(0, 0, 1, 1));
    value(FAILURE);
    value(FaceEmbedding.of(new float[] {1}));
    value(EncodedFace.of(FaceEmbedding.of(new float[] {1})));
    value(EncoderModel.of("one number", 1));
    value(new OneNumberEncoder(), FaceEncoder.class.getName());
    value(ArchivedFace.of(Optional.empty(), Optional.empty()));
    value(ProviderSetting.integer("limit", "how many"));
    value(FaceLibraries.opener("sample"));
    value(new SampleProvider(), FaceLibraryProvider.class.getName());
    value(CheckReport.Finding.of("missing-image", 1, "an image is missing"));
    value(CheckReport.of(List.of()));
    value(FaceEncoder.Encoded.of(List.of()));
    value(FaceEncoder.Rejected.of("no-face", "none was found"));
    value(Face.of(FACE));
    value(Person.of(ALICE, Set.of(GroupId.DEFAULT)));
    value(Candidate.of(ALICE, Similarity.SAME).withFace(FACE));
    value(SearchedFace.of(List.of()));
    value(LibraryInfo.unknown());
    value(new KnownFace(ALICE, FACE));
    value(new Call<>(Operation.SEARCH, List.of(), () -> "text"));
    value(Capabilities.builder());
    value(SearchResult.of(List.of()));
    value(AddFaces.of(ALICE, FaceImage.at("https://example.com/face.jpg")));
    value(DeleteFaces.of(ALICE, FACE));
    value(QueryFaces.allOf(ALICE));
    value(AddPerson.of(ALICE));
    value(UpdatePerson.of(ALICE));
    value(Search.of(FaceImage.at("https://example.com/face.jpg")));
    value(PageRequest.first());
    value(Page.last(List.of()));
    value(AddFacesResult.Added.of(FACE));
    value(AddFacesResult.Added.of(FACE), AddFacesResult.Outcome.class.getName());
    value(AddFacesResult.Rejected.of(FAILURE));
    value(AddFacesResult.Unknown.of(FAILURE));
    value(AddFacesResult.of(List.of(AddFacesResult.Added.of(FACE))));
    value(DeleteFacesResult.Deleted.of(FACE));
    value(DeleteFacesResult.Deleted.of(FACE), DeleteFacesResult.Outcome.class.getName());
    value(DeleteFacesResult.Absent.of(FACE));
    value(DeleteFacesResult.Refused.of(FACE, FAILURE));
    value(DeleteFacesResult.of(List.of(DeleteFacesResult.Deleted.of(FACE))));
    value(QueryFacesResult.of(List.of(), List.of()));
    value(Capability.SEARCH);
    value(Verdict.MATCH);
    value(SimilarityScale.measured(1e-5, "held-out images"));
    value(ErrorKind.INTERNAL);
    value(Effect.NONE);
    value(Operation.SEARCH);
    value(ImageFormat.PNG);
    value(Limits.none());
    value(Limits.builder());
    value(FakeFaceLibrary.all().build());
    value(CallInfo.of("sample", Operation.SEARCH));
    value(ProviderSettings.of(Map.of()));
    value(Secret.of("secret"));
    value(FaceLibraryException.of(ErrorKind.INTERNAL, Effect.NONE, "defect"));
    value(FaceLibraryException.builder(ErrorKind.INTERNAL, Effect.NONE, "defect"));
    value(InvalidRequestException.of("field", "must be good"));
    value(UnsupportedCapabilityException.of(Capability.SEARCH));
    value(new PartialFailureException(2, List.of(FAILURE), List.of(), List.of(FACE)));
    value(FaceLibraries.guard("sample", new FakeFaceLibrary()), FaceLibrary.class.getName());
    put("T", "text");
    put(
        "java.util.Collection<? extends io.facelibrary.ProviderSetting<?>>",
        List.of(ProviderSetting.integer("limit", "how many")));
    put("io.facelibrary.ProviderSetting<T>", ProviderSetting.integer("limit", "how many"));
    put("java.lang.Class<E>", ErrorKind.class);
    put(
        "java.util.function.Function<java.lang.String, T>",
        (Function<String, Object>) text -> text);
    put("java.lang.String[]", new String[] {"text"});
    put("java.util.List<T>", List.of("text"));
    put("java.io.InputStream", new ByteArrayInputStream(TestImages.webp()));
    put(
        "java.util.function.Function<io.facelibrary.PageRequest, io.facelibrary.Page<T>>",
        (Function<PageRequest, Page<String>>) page -> Page.last(List.of("text")));
    put("java.util.Map<java.lang.String, java.lang.String>", Map.of("text", "text"));
    put("java.util.Map<java.lang.Double, java.lang.Double>", Map.of(0.0, 1.0, 1.0, 0.001));
    put("java.util.Map<io.facelibrary.Operation, java.lang.Integer>", Map.of(Operation.SEARCH, 1));
  }

  private Samples() {}

  /** Returns a valid value. Collections are modifiable. */
  static Object of(Type type) {
    Object sample = BY_TYPE.get(type.getTypeName());
    if (sample == null) {
      throw new AssertionError("add a sample of " + type.getTypeName());
    }
    if (sample instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    if (sample instanceof Set<?> set) {
      return new LinkedHashSet<>(set);
    }
    if (sample instanceof Map<?, ?> map) {
      return new HashMap<>(map);
    }
    return sample;
  }

  /** Returns the sample with a null element; empty if it is not a container. */
  static Stream<Object> withNullInside(Object sample) {
    if (sample instanceof List<?> list) {
      List<Object> bad = new ArrayList<>(list);
      bad.add(null);
      return Stream.of(bad);
    }
    if (sample instanceof Set<?>) {
      return Stream.of(new LinkedHashSet<>(Collections.singleton(null)));
    }
    if (sample instanceof Map<?, ?> map) {
      Map<Object, Object> key = new HashMap<>();
      key.put(null, map.values().iterator().next());
      Map<Object, Object> value = new HashMap<>();
      value.put(map.keySet().iterator().next(), null);
      return Stream.of(key, value);
    }
    if (sample instanceof Optional<?> optional && optional.isPresent()) {
      return withNullInside(optional.get()).map(Optional::of);
    }
    if (sample instanceof Object[] array) {
      return Stream.of((Object) Arrays.copyOf(array, array.length + 1));
    }
    return Stream.of();
  }

  private static Class<?> declared(Object sample, String name) {
    return name.equals(FaceImage.class.getName()) ? FaceImage.class : sample.getClass();
  }

  private static void put(String type, Object sample) {
    BY_TYPE.put(type, sample);
  }

  private static void value(Object sample) {
    value(sample, sample.getClass().getName());
  }

  private static void value(Object sample, String name) {
    BY_TYPE.put(name, sample);
    BY_TYPE.put("java.util.List<" + name + ">", List.of(sample));
    BY_TYPE.put("java.util.List<? extends " + name + ">", List.of(sample));
    BY_TYPE.put("java.util.Collection<" + name + ">", List.of(sample));
    BY_TYPE.put("java.util.Collection<? extends " + name + ">", List.of(sample));
    BY_TYPE.put("java.util.Set<" + name + ">", Set.of(sample));
    BY_TYPE.put("java.util.Optional<" + name + ">", Optional.of(sample));
    Object array = Array.newInstance(declared(sample, name), 1);
    Array.set(array, 0, sample);
    BY_TYPE.put(name + "[]", array);
  }
}
