package io.facelibrary.aliyun.support;

/** The outcome of each golden response, by operation: the case, then the outcome. */
public final class WireOutcomes {
  public static final String ADD_FACES =
      """
      all-rejected: rejected IMAGE_REJECTED, rejected IMAGE_REJECTED
      both-group-fields: added 31842550077981745, added 31820666292926465
      code-as-text: added 31842550077981745, added 31820666292926465
      documented: added 31842550077981745, added 31820666292926465
      fewer-items-than-urls: INTERNAL UNKNOWN 200
      first-rejected: rejected IMAGE_REJECTED, added 31820666292926465
      group-id-for-group-ids: added 31842550077981745, added 31820666292926465
      ids-of-the-other-type: added 31842550077981745, added 31820666292926465
      one-face: added 23088737259260929
      one-rejected: added 31842550077981745, rejected IMAGE_REJECTED
      one-rejected-with-face-id: added 31842550077981745, rejected IMAGE_REJECTED
      one-rejected-with-msg: added 31842550077981745, rejected IMAGE_REJECTED
      one-rejected-with-null: added 31842550077981745, rejected IMAGE_REJECTED
      oss-url-as-documented: added 23088737259260929
      oss-url-of-the-uploader: added 23088737259260929
      over-twenty-by-item: added 31842550077981745, rejected IMAGE_REJECTED
      over-twenty-refused: INVALID_REQUEST NONE 400
      person-missing: NOT_FOUND NONE 400
      unknown-fields: added 31842550077981745, added 31820666292926465
      with-biz-type: added 31842550077981745, added 31820666292926465
      without-msg: added 31842550077981745, added 31820666292926465
      """;

  public static final String DELETE_FACES =
      """
      code-as-text: deleted 1244453323565, deleted 1345345466455
      documented: deleted 1244453323565, deleted 1345345466455
      ids-of-the-other-type: \
      deleted 31842550077981745, deleted 31820666292926465, deleted 23088737259260929
      large-ids: deleted 31842550077981745, deleted 31820666292926465, deleted 23088737259260929
      none-deleted: absent 31842550077981745, absent 31820666292926465, absent 23088737259260929
      person-missing: NOT_FOUND NONE 400
      person-missing-as-500: NOT_FOUND NONE 500
      request-ids-as-numbers: deleted 1244453323565, deleted 1345345466455
      some-absent: absent 31842550077981745, deleted 31820666292926465, absent 23088737259260929
      unknown-fields: deleted 1244453323565, deleted 1345345466455
      without-delete-count: \
      deleted 31842550077981745, deleted 31820666292926465, absent 23088737259260929
      without-msg: deleted 1244453323565, deleted 1345345466455
      """;

  private static final String THREE =
      "31842550077981745 at https://www.aliyundoc.com/aaa.jpg, "
          + "31820666292926465 at https://www.aliyundoc.com/bbb.jpg, 23088737259260929 at "
          + "oss://invented-bucket/invented-folder/images/6f9619ff-8b86-4d01-b42d-00cf4fc964ff\n";

  private static final String ONE_OF_TWO =
      "31842550077981745 at https://www.aliyundoc.com/aaa.jpg, missing 31820666292926465\n";

  public static final String GET_FACES =
      """
      code-as-text: 23088737259260929 at https://www.aliyundoc.com/aaa.jpg
      documented: 23088737259260929 at https://www.aliyundoc.com/aaa.jpg
      no-faces:
      person-missing: NOT_FOUND NONE 400
      request-ids-as-numbers: 23088737259260929 at https://www.aliyundoc.com/aaa.jpg
      unknown-fields: 23088737259260929 at https://www.aliyundoc.com/aaa.jpg
      without-url: 31842550077981745
      """
          + "ids-of-the-other-type: "
          + THREE
          + "with-msg: "
          + THREE
          + "without-msg: "
          + THREE
          + "one-missing: "
          + ONE_OF_TWO
          + "one-missing-without-face-id: "
          + ONE_OF_TWO;

  public static final String ADD_PERSON =
      """
      already-exists: ALREADY_EXISTS NONE 400
      code-as-text: added
      documented: added
      name-and-note: added
      name-and-note-absent: added
      name-and-note-empty: added
      non-ascii-name: added
      over-a-hundred-groups: INVALID_REQUEST NONE 400
      unknown-fields: added
      with-msg: added
      without-msg: added
      """;

  public static final String SET_PERSON =
      """
      code-as-text: updated
      documented: updated
      name-and-note-empty: updated
      name-only: updated
      non-ascii-name: updated
      note-only: updated
      person-missing: NOT_FOUND NONE 400
      unknown-fields: updated
      without-msg: updated
      """;

  public static final String GET_PERSON =
      """
      code-as-text: 'Tom' 'Male' [group1, group2]
      documented: 'Tom' 'Male' [group1, group2]
      face-ids-absent: 'Tom' 'Male' [group1, group2]
      ids-of-the-other-type: 'Tom' 'Male' [group1, group2]
      large-ids: 'Tom' 'Male' [group1, group2]
      name-and-note-absent: '' '' [group1, group2]
      name-and-note-empty: '' '' [group1, group2]
      name-and-note-null: '' '' [group1, group2]
      person-missing: absent
      unknown-fields: 'Tom' 'Male' [group1, group2]
      without-faces: 'Tom' 'Male' [group1]
      without-groups: 'Tom' 'Male' []
      without-msg: 'Tom' 'Male' [group1, group2]
      """;

  public static final String DELETE_PERSON =
      """
      code-as-text: true
      documented: true
      none-deleted: false
      person-missing: false
      person-missing-with-empty-data: false
      unknown-fields: true
      without-msg: true
      """;

  public static final String ADD_GROUPS =
      """
      already-member: joined
      code-as-text: joined
      documented: joined
      group-missing: INVALID_REQUEST NONE 400
      into-a-second-group: joined
      over-a-hundred-groups: INVALID_REQUEST NONE 400
      person-missing: NOT_FOUND NONE 400
      unknown-fields: joined
      without-msg: joined
      """;

  public static final String DELETE_GROUPS =
      """
      code-as-text: left
      documented: left
      none-removed: left
      one-not-a-member: left
      person-missing: NOT_FOUND NONE 400
      unknown-fields: left
      without-msg: left
      """;

  public static final String GET_GROUPS =
      """
      code-as-text: [group1, group2]
      documented: [group1, group2]
      empty: []
      hundred-groups: [group_001, group_002, group_003] and more
      unknown-fields: [group1, group2]
      without-msg: [group1, group2]
      """;

  private static final String TEST_1_TO_10 =
      "personId_test_1, personId_test_2, personId_test_3, personId_test_4, personId_test_5, "
          + "personId_test_6, personId_test_7, personId_test_8, personId_test_9, personId_test_10";

  private static final String TEST_11_TO_17 =
      "personId_test_11, personId_test_12, personId_test_13, personId_test_14, "
          + "personId_test_15, personId_test_16, personId_test_17";

  /** The documented sample shows two of the ten persons that its page of 17 has. */
  public static final String GET_PERSONS =
      """
      beyond-the-last-page: []
      code-as-text: [person1, person2] and more
      documented: [person1, person2] and more
      empty: []
      group-missing: []
      unknown-fields: [person1, person2] and more
      without-msg: [person1, person2] and more
      """
          + ("first-page: [" + TEST_1_TO_10 + "] and more\n")
          + ("last-page: [" + TEST_11_TO_17 + "]\n")
          + ("without-total: [" + TEST_11_TO_17 + "]\n")
          + ("largest-page: [" + TEST_1_TO_10 + ", " + TEST_11_TO_17 + "]\n")
          + ("paging-left-out: [" + TEST_1_TO_10 + ", " + TEST_11_TO_17 + "]\n");

  public static final String IMAGE_SYNC_SCAN = SearchOutcomes.IMAGE_SYNC_SCAN;

  public static final String UPLOAD_CREDENTIALS =
      """
      code-as-text: UploadGrant[expires=2100-01-01T00:00:00Z]
      documented: UploadGrant[expires=2100-01-01T00:00:00Z]
      endpoint-with-scheme: UploadGrant[expires=2100-01-01T00:00:00Z]
      expired: UploadGrant[expires=2018-05-09T00:00:00Z]
      expired-time-as-text: UploadGrant[expires=2100-01-01T00:00:00Z]
      internal-endpoint-too: UploadGrant[expires=2100-01-01T00:00:00Z]
      permission-denied: PERMISSION_DENIED NONE 596
      request-as-empty-list: UploadGrant[expires=2100-01-01T00:00:00Z]
      unknown-fields: UploadGrant[expires=2100-01-01T00:00:00Z]
      without-data-code: UploadGrant[expires=2100-01-01T00:00:00Z]
      without-msg: UploadGrant[expires=2100-01-01T00:00:00Z]
      without-token: INTERNAL NONE 200
      """;

  private WireOutcomes() {}
}
