import { useDispatch, useSelector, useStore } from 'react-redux';
import type { ApiState, Dispatch } from '@/shared/api/store';
import type { ChangesState } from './changes';

export type PocsState = ApiState & { pocChanges: ChangesState };
export type PocsDispatch = Dispatch<PocsState>;

export const usePocsSelector = useSelector.withTypes<PocsState>();
export const usePocsDispatch = useDispatch.withTypes<PocsDispatch>();
export const usePocsStore = useStore.withTypes<ReturnType<typeof useStore<PocsState>>>();
