'use strict';

const { ROAClient } = require('@alicloud/pop-core');
const bigNumbers = require('json-bigint');

// The SDK's default of 3 seconds is too short on a busy machine.
const TIMEOUT_MILLIS = 120000;

/** Makes one call and returns the response or error of the SDK, with all digits. */
module.exports = async (settings, path, query, body, options) => {
  const client = new ROAClient({ ...settings, opts: { timeout: TIMEOUT_MILLIS } });
  try {
    const response = await client.post(path, query, body, {}, options);
    return bigNumbers.stringify({ response });
  } catch (error) {
    return bigNumbers.stringify({
      name: error.name,
      code: error.code,
      status: error.statusCode,
      message: error.message,
    });
  } finally {
    client.keepAliveAgent.destroy();
  }
};
