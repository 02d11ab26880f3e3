// The public pages without this script: forms, links, a reload for news. With it: bubbles come by themselves, words
// survive a dead net, pictures are made smaller, a voice can be recorded. Written for browsers of Android 6.
(function () {
  'use strict';
  var d = document, w = window;
  function by(id) { return d.getElementById(id); }
  function on(el, what, act) { if (el) { el.addEventListener(what, act, false); } }
  function each(list, act) { for (var i = 0; i < list.length; i++) { act(list[i], i); } }
  function el(tag, cls, text) {
    var e = d.createElement(tag);
    if (cls) { e.className = cls; }
    if (text) { e.textContent = text; }
    return e;
  }
  function button(text, act) {
    var b = el('button', 'button', text);
    b.type = 'button';
    on(b, 'click', act);
    return b;
  }

  // A second tap on the same form within a few seconds is the same tap. The server knows it by the form_key anyway.
  on(d, 'submit', function (e) {
    var f = e.target, t = +new Date();
    if (e.defaultPrevented || f.method === 'get') { return; }
    if (f.sentAt && t - f.sentAt < 8000) { e.preventDefault(); } else { f.sentAt = t; }
  });
  on(w, 'pageshow', function () { each(d.forms, function (f) { f.sentAt = 0; }); });

  var log = by('log'), box = by('box'), offline = by('offline');
  if (!log || !w.FormData || !w.crypto) { return; }
  d.documentElement.className += ' js';

  function keep(name, value) {
    try { if (value) { w.localStorage.setItem(name, value); } else { w.localStorage.removeItem(name); } } catch (e) { /* private mode */ }
  }
  function kept(name) { try { return w.localStorage.getItem(name); } catch (e) { return null; } }
  function freshKey() {
    var a = new Uint8Array(16), s = 's';
    w.crypto.getRandomValues(a);
    each(a, function (n) { s += (256 + n).toString(16).slice(1); });
    return s;
  }
  function ask(method, url, body, type, done) {
    var x = new XMLHttpRequest();
    x.open(method, url);
    x.timeout = body ? 180000 : 20000;
    x.setRequestHeader('X-Requested-With', 'lianluo');
    if (type) { x.setRequestHeader('Content-Type', type); }
    x.onload = function () { offline.hidden = true; done(x.status, x.responseText); };
    x.onerror = x.ontimeout = function () { offline.hidden = false; done(0, ''); };
    x.send(body);
  }

  // News. A known bubble is replaced (edited, delivered, buttons gone), a new one is put before what is being sent.
  var asking = false, again = false, mine = [];
  function merge(part) {
    var stay = log.getBoundingClientRect().bottom < w.innerHeight + 400;
    var came = false, first = log.querySelector('.local'), has = {}, li, old;
    log.setAttribute('data-after', part.getAttribute('data-after'));
    while ((li = part.querySelector('.bubble'))) {
      has[li.id] = 1;
      old = by(li.id);
      if (old) { log.replaceChild(li, old); } else { log.insertBefore(li, first); came = true; }
      // News may come before the answer to the own words: they would stand there twice for a moment.
      if (mine[0] && /own/.test(li.className) && li.textContent.indexOf(mine[0].text.trim()) > -1) { mine[0].li.hidden = true; }
    }
    // Words that waited for a choice are elsewhere once it is made.
    each(log.querySelectorAll('[id^=bh]'), function (e) { if (!has[e.id]) { log.removeChild(e); } });
    if (came) { toEnd(stay); }
  }
  // Someone who reads further up is not torn away, but told.
  function toEnd(stay) {
    var tell = by('to-new');
    if (by('nothing')) { by('nothing').hidden = true; }
    if (tell) { tell.hidden = stay; }
    var last = log.lastElementChild;
    if (!stay || !last) { return; }
    // The box comes into view too where there is room for both.
    (box || last).scrollIntoView(false);
    if (last.getBoundingClientRect().top < 0) { last.scrollIntoView(last.offsetHeight > w.innerHeight); }
  }
  on(by('to-new'), 'click', function () { toEnd(true); });
  function since(use, then) {
    ask('GET', '/chat/since?after=' + encodeURIComponent(log.getAttribute('data-after')), null, null, function (status, html) {
      var t = el('div'), part;
      t.innerHTML = status === 200 ? html : '';
      part = t.querySelector('[data-after]');
      if (part) { use(part); }
      if (then) { then(); }
    });
  }
  function refresh() {
    if (asking) { again = true; return; }
    asking = true;
    since(function (part) { merge(part); }, function () {
      asking = false;
      if (again) { again = false; refresh(); }
    });
  }
  // The stream only says that something is there. Some networks hold streams back, so we also look now and then.
  var stream = null, ticks = 0, isGuest = true;
  function listen() {
    if (stream) { stream.close(); }
    stream = w.EventSource && new EventSource('/chat/events');
    if (stream) { stream.onmessage = stream.onopen = refresh; }
  }
  listen();
  w.setInterval(function () {
    ticks++;
    if (!d.hidden && (!stream || stream.readyState !== 1 || ticks % 6 === 0)) { refresh(); }
  }, 5000);
  on(d, 'visibilitychange', function () { if (!d.hidden) { refresh(); } });
  on(w, 'online', function () { offline.hidden = true; refresh(); pump(); });
  on(w, 'offline', function () { offline.hidden = false; });

  // Taps. The form_key changes only after the tap has been taken, so a repeated tap does nothing twice.
  on(log, 'submit', function (e) {
    var f = e.target, s = [], b = f.querySelector('button');
    if (f.className !== 'tap') { return; }
    e.preventDefault();
    if (b.disabled) { return; }
    each(f.elements, function (field) { if (field.name) { s.push(field.name + '=' + encodeURIComponent(field.value)); } });
    b.disabled = true;
    var old = f.parentNode.querySelector('.tap-failed');
    if (old) { f.parentNode.removeChild(old); }
    ask('POST', f.getAttribute('action'), s.join('&'), 'application/x-www-form-urlencoded', function (status) {
      b.disabled = false;
      if (/^2/.test(status)) { f.elements.form_key.value = freshKey(); refresh(); return; }
      var p = el('p', 'tap-failed', log.getAttribute('data-tap-failed'));
      p.setAttribute('role', 'alert');
      f.parentNode.appendChild(p);
    });
  });
  if (!box) { return; }

  // Sending: one after the other, in order. What was not taken yet stays on the phone with its form_key.
  function say(name) { return box.getAttribute('data-' + name); }
  var text = by('text'), chosen = [], place = null, queue = [], busy = false, timer = 0, wait = 5;
  var draft = 'lianluo.draft.' + say('conversation'), unsent = 'lianluo.unsent.' + say('conversation');
  function remember() {
    var list = queue.map(function (it) { return { k: it.key, t: it.text, n: it.files.length, p: it.place }; });
    keep(unsent, list.length ? JSON.stringify(list) : '');
  }
  function grow() { text.style.height = 'auto'; text.style.height = Math.min(text.scrollHeight + 4, w.innerHeight * 0.4) + 'px'; }
  on(text, 'input', function () { keep(draft, text.value); grow(); });
  function state(item, words, act, label) {
    item.when.textContent = '';
    item.when.appendChild(el('span', 'state', words));
    if (act) { item.when.appendChild(button(label, act)); }
  }
  function put(item) {
    var li = el('li', 'bubble own local'), said = el('div', 'said');
    li.appendChild(el('p', 'who', say('me')));
    if (item.text) { said.appendChild(el('p', 'text', item.text)); }
    each(item.files, function (file) { said.appendChild(el('p', '', file.label)); });
    if (item.place) { said.appendChild(el('p', '', say('place'))); }
    li.appendChild(said);
    item.when = el('p', 'when');
    li.appendChild(item.when);
    log.appendChild(li);
    item.li = li;
    state(item, say('sending'));
    queue.push(item);
    mine.push(item);
    remember();
    toEnd(true);
  }
  function pump() {
    var item = queue[0];
    if (busy || !item) { return; }
    busy = true;
    w.clearTimeout(timer);
    state(item, say('sending'));
    ready(item.files, 0, function () {
      var form = new FormData();
      each(['csrf', 'to', 'reader'], function (name) { if (box.elements[name]) { form.append(name, box.elements[name].value); } });
      form.append('form_key', item.key);
      form.append('text', item.text);
      if (item.place) { form.append('lat', item.place[0]); form.append('lon', item.place[1]); form.append('accuracy', item.place[2]); }
      each(item.files, function (file) { form.append('file', file.blob, file.name); });
      ask('POST', box.getAttribute('action'), form, null, function (status) { sent(item, status); });
    });
  }
  function giveBack(words) {
    text.value = words + (text.value ? '\n' + text.value : '');
    keep(draft, text.value);
    grow();
  }
  function sent(item, status) {
    busy = false;
    if (/^2/.test(status)) {
      state(item, say('received'));
      queue.shift();
      remember();
      wait = 5;
      // Whoever has written has read it; it stays behind the link at the foot.
      each(d.querySelectorAll('section.notice'), function (e) { e.hidden = true; });
      // The own bubble comes back from the server with its id; the one made here then goes.
      since(function (part) { log.removeChild(item.li); mine.shift(); merge(part); });
      // A stream opened before the first letter belongs to nobody yet.
      if (isGuest) { isGuest = false; listen(); }
      pump();
    } else if (status === 401 || status === 403 || status === 409) {
      state(item, say('stale'), function () { w.location.reload(); }, say('reload'));
    } else if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
      state(item, say(status === 413 ? 'too-large' : 'failed'));
      queue.shift();
      remember();
      giveBack(item.text);
      pump();
    } else {
      state(item, say('failed'), function () { wait = 5; pump(); }, say('again'));
      timer = w.setTimeout(pump, wait * 1000);
      wait = Math.min(wait * 2, 120);
    }
  }
  on(box, 'submit', function (e) {
    e.preventDefault();
    if (!text.value.replace(/\s/g, '') && !chosen.length && !place) { text.focus(); return; }
    put({ key: box.elements.form_key.value, text: text.value, files: chosen, place: place });
    box.elements.form_key.value = freshKey();
    text.value = '';
    chosen = [];
    place = null;
    keep(draft, '');
    showChosen();
    grow();
    pump();
  });
  on(text, 'keydown', function (e) { if (e.keyCode === 13 && (e.ctrlKey || e.metaKey)) { e.preventDefault(); box.querySelector('.tools .main').click(); } });
  each(d.querySelectorAll('form.say'), function (form) {
    on(form, 'submit', function (e) {
      e.preventDefault();
      put({ key: freshKey(), text: form.elements.text.value, files: [], place: null });
      pump();
    });
  });

  // Files are shown by name before they go; a large picture becomes smaller.
  function showChosen() {
    var list = by('chosen');
    list.textContent = '';
    function line(label, gone) {
      var li = el('li', '', label);
      li.appendChild(button(say('remove'), function () { gone(); showChosen(); }));
      list.appendChild(li);
    }
    chosen.forEach(function (file, i) { line(file.label, function () { chosen.splice(i, 1); }); });
    if (place) { line(say('place'), function () { place = null; }); }
  }
  each(box.querySelectorAll('input[type=file]'), function (input) {
    input.onfocus = function () { input.parentNode.className = 'pick on'; };
    input.onblur = function () { input.parentNode.className = 'pick'; };
    on(input, 'change', function () {
      each(input.files, function (file) { chosen.push({ blob: file, name: file.name, label: file.name || say('photo') }); });
      input.value = '';
      showChosen();
    });
  });
  function ready(files, i, done) {
    var file = files[i];
    if (!file) { done(); return; }
    function next() { ready(files, i + 1, done); }
    // Older browsers draw a picture lying on its side, so there it goes as it is.
    if (file.done || !/^image\/(jpeg|png|webp)$/.test(file.blob.type) || file.blob.size < 300000 || !w.URL || !HTMLCanvasElement.prototype.toBlob || d.body.style.imageOrientation === undefined) { next(); return; }
    file.done = true;
    var img = new Image(), url = w.URL.createObjectURL(file.blob);
    img.onerror = next;
    img.onload = function () {
      var scale = Math.min(1, 1600 / Math.max(img.width, img.height)), c = el('canvas'), g = c.getContext('2d');
      c.width = Math.round(img.width * scale);
      c.height = Math.round(img.height * scale);
      g.fillStyle = '#fff';
      g.fillRect(0, 0, c.width, c.height);
      g.drawImage(img, 0, 0, c.width, c.height);
      w.URL.revokeObjectURL(url);
      c.toBlob(function (blob) {
        if (blob && blob.size < file.blob.size) { file.blob = blob; file.name = file.name.replace(/\.\w+$/, '') + '.jpg'; }
        next();
      }, 'image/jpeg', 0.8);
    };
    img.src = url;
  }
  var voice = by('voice'), recorder = null, media = w.navigator.mediaDevices;
  function refused(b) { b.disabled = true; b.textContent = say('refused'); }
  if (w.MediaRecorder && media && media.getUserMedia) {
    voice.hidden = false;
    var start = voice.textContent;
    on(voice, 'click', function () {
      if (recorder) { recorder.stop(); return; }
      media.getUserMedia({ audio: true }).then(function (sound) {
        var parts = [], since = +new Date();
        recorder = new MediaRecorder(sound);
        recorder.ondataavailable = function (e) { parts.push(e.data); };
        recorder.onstop = function () {
          var type = recorder.mimeType || 'audio/webm', seconds = Math.round((+new Date() - since) / 1000);
          sound.getTracks().forEach(function (track) { track.stop(); });
          recorder = null;
          voice.textContent = start;
          chosen.push({ blob: new Blob(parts, { type: type }), name: 'voice-' + seconds + 's.' + (/mp4/.test(type) ? 'm4a' : /ogg/.test(type) ? 'ogg' : 'webm'), label: say('recorded').replace('0', seconds) });
          showChosen();
        };
        recorder.start();
        voice.textContent = say('stop');
        w.setTimeout(function () { if (recorder) { recorder.stop(); } }, 300000);
      })['catch'](function () { refused(voice); });
    });
  }
  var where = by('place');
  if (w.navigator.geolocation && w.isSecureContext !== false) {
    where.hidden = false;
    on(where, 'click', function () {
      w.navigator.geolocation.getCurrentPosition(function (p) {
        place = [p.coords.latitude, p.coords.longitude, Math.round(p.coords.accuracy)];
        showChosen();
      }, function () { refused(where); }, { timeout: 20000 });
    });
  }

  // What was left from last time: unsent words go again under their old key; lost files are said.
  var left = [];
  try { left = JSON.parse(kept(unsent) || '[]'); } catch (e) { left = []; }
  if (!text.value) { text.value = kept(draft) || ''; }
  left.forEach(function (it) {
    if (!it.n) { put({ key: it.k, text: it.t, files: [], place: it.p }); return; }
    giveBack(it.t);
    by('chosen').appendChild(el('li', 'hint', say('files-gone')));
  });
  remember();
  grow();
  pump();
  if (log.lastElementChild) { toEnd(true); }
}());
