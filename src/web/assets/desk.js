// The desk without this script: links and forms. With it: keys, long forms that keep their words, one tap is one tap.
(function () {
  'use strict';
  var d = document, w = window;
  function all(what) { return Array.prototype.slice.call(d.querySelectorAll(what)); }
  function by(id) { return d.getElementById(id); }

  // Rows: j and k go along them, Enter is that of the focused link, a click anywhere on a row opens it.
  var links = all('.row-link'), rows = links.map(rowOf);
  function rowOf(link) {
    var e = link;
    while (e && e.tagName !== 'TR' && e.tagName !== 'SECTION') { e = e.parentNode; }
    return e;
  }
  links.forEach(function (link, i) {
    link.addEventListener('focus', function () { rows[i].className += ' at'; });
    link.addEventListener('blur', function () { rows[i].className = rows[i].className.replace(/ ?\bat\b/g, ''); });
    if (rows[i].tagName === 'TR') {
      rows[i].addEventListener('click', function (e) {
        var chosen = w.getSelection && String(w.getSelection());
        if (!chosen && !/^(A|BUTTON|INPUT|LABEL)$/.test(e.target.tagName)) { link.click(); }
      });
    }
  });
  function step(by) {
    var at = links.indexOf(d.activeElement), to = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    if (links[to]) { links[to].focus(); }
  }
  function formOf(e) {
    while (e && e.tagName !== 'FORM') { e = e.parentNode; }
    return e;
  }
  all('[data-choose-all]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      var boxes = all('tbody input[type=checkbox]'), on = boxes.some(function (box) { return !box.checked; });
      boxes.forEach(function (box) { box.checked = on; });
    });
  });
  var keys = by('keys'), before = null;
  function showKeys(show) {
    keys.hidden = !show;
    if (show) { before = d.activeElement; keys.focus(); } else if (before) { before.focus(); }
  }
  d.addEventListener('keydown', function (e) {
    var on = e.target, writing = /^(INPUT|TEXTAREA|SELECT)$/.test(on.tagName) && !/^(checkbox|radio)$/.test(on.type);
    if (e.isComposing || e.keyCode === 229) { return; }
    if (e.keyCode === 13 && (e.ctrlKey || e.metaKey) && formOf(on)) {
      var form = formOf(on), go = form.querySelector('button.main') || form.querySelector('button');
      e.preventDefault();
      if (go) { go.click(); }
      return;
    }
    if (e.key === 'Escape' || e.key === 'Esc') {
      if (!keys.hidden) { showKeys(false); } else if (writing) { on.blur(); }
      return;
    }
    if (writing || e.ctrlKey || e.metaKey || e.altKey) { return; }
    if (e.key === 'j') { step(1); }
    if (e.key === 'k') { step(-1); }
    if (e.key === 'x') {
      var row = rows[links.indexOf(on)], box = row && row.querySelector('input[type=checkbox]');
      if (box) { box.checked = !box.checked; }
    }
    if (e.key === '?') { showKeys(keys.hidden); }
    if (e.key === '/' && by('find')) { e.preventDefault(); by('find').focus(); by('find').select(); }
  });

  // Long forms keep their words until the server has said that it took them. In this tab only: it is an office machine.
  function keep(name, value) {
    try { if (value) { w.sessionStorage.setItem(name, value); } else { w.sessionStorage.removeItem(name); } } catch (e) { /* not allowed */ }
  }
  function kept(name) { try { return w.sessionStorage.getItem(name) || ''; } catch (e) { return ''; } }
  var sent = kept('lianluo.sent');
  if (sent) {
    if (d.querySelector('[data-said]')) { keep(sent, ''); }
    keep('lianluo.sent', '');
  }
  function fields(form) {
    return Array.prototype.filter.call(form.elements, function (f) { return f.name && /^(text|textarea|date)$/.test(f.type); });
  }
  all('form[data-keep]').forEach(function (form) {
    var name = 'lianluo.keep.' + form.getAttribute('data-keep'), old = {};
    try { old = JSON.parse(kept(name) || '{}'); } catch (e) { old = {}; }
    fields(form).forEach(function (f) { if (old[f.name] && !f.value) { f.value = old[f.name]; } });
    form.addEventListener('input', function () {
      var now = {};
      fields(form).forEach(function (f) { now[f.name] = f.value; });
      keep(name, JSON.stringify(now));
    });
    form.addEventListener('submit', function () { keep('lianluo.sent', name); });
  });

  // A second tap on the same form within a few seconds is the same tap; the server knows it by the form_key anyway.
  d.addEventListener('submit', function (e) {
    var f = e.target, t = +new Date();
    if (f.method === 'get') { return; }
    if (f.sentAt && t - f.sentAt < 8000) { e.preventDefault(); } else { f.sentAt = t; }
  });
  w.addEventListener('pageshow', function () { all('form').forEach(function (f) { f.sentAt = 0; }); });

  var print = by('print');
  if (print) {
    print.hidden = false;
    print.addEventListener('click', function () { w.print(); });
  }
}());
