window.CMS_MANUAL_INIT = true; // editor.js begins, once our formats and buttons are known
