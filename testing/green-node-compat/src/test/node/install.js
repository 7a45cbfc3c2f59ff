'use strict';

// npm 5 is the newest npm on Maven Central. Two of its modules patch or read internals of Node.js
// that have changed since. They are replaced here; npm itself is not modified.
const Module = require('module');
const load = Module._load;
Module._load = function (id, parent) {
  const from = parent && parent.filename ? parent.filename : '';
  if (/(^|\/)polyfills(\.js)?$/.test(id) && /graceful-fs/.test(from)) {
    return () => {};
  }
  return id === 'stream-shift' ? shift : load.apply(this, arguments);
};

function shift(stream) {
  const state = stream._readableState;
  return state ? stream.read(state.objectMode ? undefined : firstLength(state)) : null;
}

function firstLength(state) {
  if (!state.buffer.length) {
    return state.length;
  }
  const first = state.buffer.head ? state.buffer.head.data : state.buffer[state.bufferIndex || 0];
  return first ? first.length : state.length;
}

/** Installs the packages of the lock file in a folder, and checks the digest of each. */
module.exports = (npmFolder, folder) => {
  // npm requires a main module, and an embedded Node.js has none.
  process.mainModule = module;
  const npm = require(npmFolder + '/lib/npm.js');
  const settings = {
    prefix: folder,
    loglevel: 'error',
    progress: false,
    'ignore-scripts': true,
    'update-notifier': false,
    'prefer-offline': true,
  };
  return new Promise((resolve, reject) => {
    npm.load(settings, error => {
      if (error) {
        reject(error);
      } else {
        npm.commands.install([], failure => (failure ? reject(failure) : resolve('installed')));
      }
    });
  });
};
