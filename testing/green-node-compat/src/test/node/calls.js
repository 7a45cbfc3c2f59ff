'use strict';

const { ROAClient } = require('@alicloud/pop-core');
const bigNumbers = require('json-bigint');

/** Makes one call and tells what the SDK made of the answer, with every digit. */
module.exports = async (settings, path, query, body, options) => {
  const client = new ROAClient(settings);
  try {
    const answer = await client.post(path, query, body, {}, options);
    return bigNumbers.stringify({ answer });
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
