import { confirmDone } from 'c/prmUiToast';
import Toast from 'lightning/toast';

describe('confirmDone', () => {
  it('shows a toast that goes away by itself', () => {
    const show = jest.spyOn(Toast, 'show').mockImplementation(() => undefined);
    const source = {} as never;
    confirmDone(source, 'Saved', 'All of it');
    expect(show).toHaveBeenCalledWith({ label: 'Saved', message: 'All of it', variant: 'success', mode: 'dismissible' }, source);
  });
});
