package io.facelibrary.aliyun.support;

/**
 * The outcome of each golden search response: boxes, persons, faces, similarities. The scale of the
 * rates is 0 to 1, so that a rate above 1 is a failure.
 */
final class SearchOutcomes {
  static final String IMAGE_SYNC_SCAN =
      """
      algorithm-failed: INTERNAL NONE 586
      bad-format: IMAGE_REJECTED NONE 590
      client-info-as-documented: 102,64,180,212 person1 31842550077981745 0.9231
      client-info-as-the-sdks-write-it: 102,64,180,212 person1 31842550077981745 0.9231
      code-as-text: 102,64,180,212 person1 31842550077981745 0.9231
      content-missing: IMAGE_REJECTED NONE 404
      documented:
      download-failed: IMAGE_REJECTED NONE 480
      download-timeout: IMAGE_REJECTED NONE 592
      empty-data: INTERNAL NONE 200
      five-persons: \
      102,64,180,212 person1 31842550077981745 0.9231\
      , personId_test_3 31820666292926465 0.8107\
      , python_personId_test_1 23088737259260929 0.7442\
      , personId_test_4 23088737259260931 0.6120\
      , personId_test_5 23088737259260933 0.5000
      group-missing:
      group-missing-in-task:
      ids-of-the-other-type: \
      102,64,180,212 person1 31842550077981745 0.9231\
      , personId_test_3 31820666292926465 0.4100
      no-face:
      no-face-without-results:
      no-match: 102,64,180,212
      one-face-one-person: 102,64,180,212 person1 31842550077981745 0.9231
      oss-url-as-documented: 102,64,180,212 person1 31842550077981745 0.9231
      oss-url-of-the-uploader: 102,64,180,212 person1 31842550077981745 0.9231
      rates-as-text: 102,64,180,212 person1 31842550077981745 0.9231
      rates-to-hundred: INTERNAL NONE 200
      rates-to-one: \
      102,64,180,212 person1 31842550077981745 1.0000\
      , personId_test_3 31820666292926465 0.7310\
      , python_personId_test_1 23088737259260929 0.0000
      rates-whole: INTERNAL NONE 200
      same-person-twice: \
      102,64,180,212 person1 31842550077981745 0.9231\
      , personId_test_3 23088737259260929 0.5200
      several-faces: \
      102,64,180,212 person1 31842550077981745 0.9231\
      , personId_test_3 31820666292926465 0.4107 | \
      402,70,150,171 python_personId_test_1 23088737259260929 0.8874
      several-tasks: INTERNAL NONE 200
      timeout: TIMED_OUT NONE 581
      too-large: IMAGE_REJECTED NONE 589
      unknown-fields: 102,64,180,212 person1 31842550077981745 0.9231
      with-biz-type: 102,64,180,212 person1 31842550077981745 0.9231
      with-name-and-note: 102,64,180,212 person1 31842550077981745 0.9231
      without-msg: 102,64,180,212 person1 31842550077981745 0.9231
      """;

  private SearchOutcomes() {}
}
